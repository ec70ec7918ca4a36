package org.bihuan;

import java.nio.charset.Charset;
import java.util.TimeZone;
import org.bihuan.upkeep.Upkeep;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Sees to it that every hazard found gets an owner, a fair deadline, proof and an independent verdict. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Bihuan {
    private static final char A_CHINESE_CHARACTER = '\u95ed';

    public static void main(String[] args) {
        // Engine columns carry no zone and are read in the JVM's: it must be the same everywhere, before anything else
        // runs.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        speakChineseOnTheConsole();
        if (Upkeep.isMeantBy(args)) {
            System.exit(Upkeep.run(args));
        }
        SpringApplication.run(Bihuan.class, args);
    }

    /** Without a locale (cron, containers) the JVM would print question marks for Chinese. */
    private static void speakChineseOnTheConsole() {
        if (!Charset.defaultCharset().newEncoder().canEncode(A_CHINESE_CHARACTER)
                && System.getProperty("logging.charset.console") == null) {
            System.setProperty("logging.charset.console", "UTF-8");
        }
    }
}
