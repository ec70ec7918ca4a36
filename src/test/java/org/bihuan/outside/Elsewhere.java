package org.bihuan.outside;

import java.util.HashMap;
import java.util.Map;
import org.bihuan.TestDatabase;

/** Settings of an application whose database and mail server are given to it. */
final class Elsewhere {
    private Elsewhere() {}

    /** With the two accounts of the database; may be added to. */
    static Map<String, String> at(String database, int mailPort) {
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", database);
        settings.put("SPRING_DATASOURCE_USERNAME", TestDatabase.APP);
        settings.put("SPRING_DATASOURCE_PASSWORD", TestDatabase.PASSWORD);
        settings.put("SPRING_FLYWAY_USER", TestDatabase.OWNER);
        settings.put("SPRING_FLYWAY_PASSWORD", TestDatabase.PASSWORD);
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", String.valueOf(mailPort));
        return settings;
    }

    /** The sample county without its sample hazards, whose mail leaves at any hour. */
    static Map<String, String> sampleCountyAt(String database, int mailPort) {
        var settings = at(database, mailPort);
        settings.put("BIHUAN_OFFICE_HOURS", "always");
        settings.put("BIHUAN_DEMO_HAZARDS", "false");
        return settings;
    }
}
