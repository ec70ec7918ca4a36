package org.bihuan.upkeep;

import org.bihuan.shared.Unfit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mark that stands in the database while it is being filled; nothing starts on half a restore. */
final class UnfinishedRestore {
    private UnfinishedRestore() {}

    static void begin(JdbcClient owner) {
        owner.sql("create table unfinished_restore ()").update();
    }

    static void end(JdbcClient owner) {
        owner.sql("drop table unfinished_restore").update();
    }

    static void refuse(JdbcClient owner) {
        var stands = owner.sql("select to_regclass('unfinished_restore') is not null")
                .query(Boolean.class)
                .single();
        if (stands) {
            throw new Unfit(
                    "A restore into this database was not finished.",
                    "Drop the database, empty the evidence folder, and restore again into both.");
        }
    }
}
