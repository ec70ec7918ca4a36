package org.bihuan;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sees to it that every hazard found gets an owner, a fair deadline, proof and an independent verdict. */
@SpringBootApplication
public class Bihuan {
    public static void main(String[] args) {
        // Engine columns carry no zone and are read in the JVM's: it must be the same everywhere, before anything else
        // runs.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Bihuan.class, args);
    }
}
