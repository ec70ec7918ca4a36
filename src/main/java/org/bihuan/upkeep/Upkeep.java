package org.bihuan.upkeep;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bihuan.shared.Unfit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * The commands for whoever runs the house: {@code backup --to=<directory>}, {@code restore --from=<directory>}, {@code check}. They
 * take the settings of the application and run beside it; no web server, no engine, no worker starts.
 */
public final class Upkeep {
    private static final Set<String> COMMANDS = Set.of("backup", "restore", "check");
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;
    private static final int DOES_NOT_VERIFY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final PrintStream out;

    private Upkeep(PrintStream out) {
        this.out = out;
    }

    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]);
    }

    /** @return the exit code: 0; 1 failed; 2 called wrongly; 3 done, but something does not verify */
    @SuppressWarnings("SystemOut") // the answer of a command
    public static int run(String... arguments) {
        return new Upkeep(System.out).obey(arguments);
    }

    private int obey(String... arguments) {
        var options = new SimpleCommandLinePropertySource(arguments);
        var command = arguments[0];
        var place = options.getProperty(command.equals("backup") ? "to" : "from");
        if (!command.equals("check") && (place == null || place.isBlank())) {
            out.println("Call: backup --to=<new directory> | restore --from=<directory of a back-up> | check");
            return WRONG_CALL;
        }
        try (var context = application().run(arguments)) {
            context.getBean(SchemaKeeping.class).checkAccounts(context.getBean(Flyway.class));
            return switch (command) {
                case "backup" -> backup(context, Path.of(String.valueOf(place)));
                case "restore" -> restore(context, Path.of(String.valueOf(place)));
                default -> check(context);
            };
        } catch (Unfit unfit) {
            out.println("Not done: " + unfit.getMessage() + " " + unfit.cure());
            return FAILED;
        } catch (IOException | UncheckedIOException failed) {
            out.println("Not done: " + failed.getMessage());
            return FAILED;
        } catch (RuntimeException failed) {
            // Spring has said it already when not even its context came up.
            LOG.error("Not done", failed);
            return FAILED;
        }
    }

    private int backup(ApplicationContext context, Path to) throws IOException {
        var manifest = context.getBean(Backup.class).to(to);
        out.printf(
                "Backed up to %s as of %s: %d rows of %d tables, %d evidence files (%d bytes).%n",
                to,
                manifest.moment(),
                manifest.rows(),
                manifest.tables().size(),
                manifest.evidenceFiles(),
                manifest.evidenceBytes());
        return told(manifest.lost());
    }

    private int told(List<String> lost) {
        if (lost.isEmpty()) {
            return 0;
        }
        out.printf(
                "%d evidence files are MISSING OR DAMAGED here and therefore in the back-up: %s%n", lost.size(), lost);
        return DOES_NOT_VERIFY;
    }

    private int restore(ApplicationContext context, Path from) throws IOException {
        var manifest = context.getBean(Restore.class).from(from);
        out.printf(
                "Restored what was at %s: %d rows, %d evidence files.%n",
                manifest.moment(), manifest.rows(), manifest.evidenceFiles());
        out.println("Mail that had not left by then is set aside until an administrator releases it.");
        return check(context);
    }

    private int check(ApplicationContext context) {
        var findings = context.getBean(Check.class).look();
        out.println(findings.inWords());
        return findings.areGood() ? 0 : DOES_NOT_VERIFY;
    }

    private static SpringApplication application() {
        var application = new SpringApplication(UpkeepParts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        return application;
    }
}
