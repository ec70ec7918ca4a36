package org.bihuan.demo;

import java.nio.file.Path;

/** An application that commits rows and is gone in the next moment, as after kill -9: no hook runs, its server lives on. */
final class DiesWithoutGoodbye {
    static final int ROWS = 1000;

    private DiesWithoutGoodbye() {}

    // Never closed: that is the point.
    @SuppressWarnings("resource")
    public static void main(String[] args) {
        var server = PostgresServerTests.start(Path.of(args[0]));
        PostgresServerTests.owner(server).sql("create table kept (id int)").update();
        PostgresServerTests.app(server)
                .sql("insert into kept select generate_series(1, " + ROWS + ")")
                .update();
        Runtime.getRuntime().halt(137);
    }
}
