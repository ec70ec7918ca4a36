package org.bihuan.production;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * What must be given, checked before anything is built. Everything that is missing or wrong is said at once, so that nobody
 * starts five times to learn of five settings.
 */
@Configuration(proxyBeanMethods = false)
class RequiredSettings {
    static final Profiles REAL = Profiles.of("prod");
    private static final Profiles SAMPLE = Profiles.of("demo");

    private static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.mail.host",
            "bihuan.base-url");
    private static final List<String> SECURE =
            List.of("server.servlet.session.cookie.secure", "camunda.bpm.webapp.csrf.enable-secure-cookie");
    /** Browsers send secure cookies there without TLS. */
    private static final Set<String> ONES_OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Runs before the first connection is opened. */
    @Bean
    static BeanFactoryPostProcessor settingsBeforeEverything(Environment settings) {
        return beans -> check(settings);
    }

    static void check(Environment settings) {
        var real = settings.acceptsProfiles(REAL);
        if (real == settings.acceptsProfiles(SAMPLE)) {
            throw Words.unfit("profile", String.join(", ", settings.getActiveProfiles()));
        }
        if (!real) {
            return;
        }
        var faults = faults(settings);
        if (!faults.isEmpty()) {
            throw Words.unfit(
                    "settings",
                    faults.stream().map(RequiredSettings::line).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    /** A setting, and the key of the sentence that says what is the matter with it. */
    private record Fault(String setting, String sentence) {}

    private static List<Fault> faults(Environment settings) {
        var faults = new ArrayList<Fault>();
        for (var setting : REQUIRED) {
            if (!StringUtils.hasText(settings.getProperty(setting))) {
                faults.add(new Fault(setting, "missing." + setting));
            } else if (!isUsable(setting, settings.getProperty(setting, ""))) {
                faults.add(new Fault(setting, "unusable." + setting));
            }
        }
        for (var setting : SECURE) {
            if (!settings.getProperty(setting, "true").equals("true")) {
                faults.add(new Fault(setting, "unusable.cookie"));
            }
        }
        if (settings.containsProperty("bihuan.demo.password")) {
            faults.add(new Fault("bihuan.demo.password", "unusable.bihuan.demo.password"));
        }
        return faults;
    }

    private static boolean isUsable(String setting, String value) {
        return switch (setting) {
            case "spring.datasource.url" -> value.startsWith("jdbc:postgresql:");
            case "bihuan.base-url" -> isAddressOfPages(value);
            default -> true;
        };
    }

    private static boolean isAddressOfPages(String value) {
        try {
            var address = new URI(value);
            return address.getHost() != null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getUserInfo() == null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && ONES_OWN_MACHINE.contains(address.getHost())));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static String line(Fault fault) {
        var inEnvironment = fault.setting().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return "    " + fault.setting() + " (" + inEnvironment + ")  " + Words.of(fault.sentence());
    }
}
