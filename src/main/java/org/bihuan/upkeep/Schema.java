package org.bihuan.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The tables of the house and of the engine as the database's own catalogue names them, and their rows as a stream. */
final class Schema {
    /** Of a row c of pg_class: it stands in our schema and came with no extension. */
    static final String OURS = """
             c.relnamespace = current_schema()::regnamespace
             and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
            """;

    private final DataSource database;
    private final JdbcClient jdbc;

    Schema(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    /** All but the history of the schema, which a restore writes itself. */
    List<Table> tables() {
        return jdbc.sql("""
                        select c.relname, array_agg(a.attname::text order by a.attnum) as columns
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        where c.relkind = 'r' and c.relname not in ('flyway_schema_history', 'unfinished_restore') and
                        """ + OURS + " group by c.relname order by c.relname")
                .query((row, index) -> new Table(row.getString("relname"), Arrays.asList((String[])
                        row.getArray("columns").getArray())))
                .list();
    }

    List<Manifest.Sequence> sequences() {
        return jdbc
                .sql("select relname from pg_class c where relkind = 'S' and " + OURS + " order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(name -> jdbc.sql("select last_value, is_called from " + quoted(name))
                        .query((row, index) ->
                                new Manifest.Sequence(name, row.getLong("last_value"), row.getBoolean("is_called")))
                        .single())
                .toList();
    }

    void set(Manifest.Sequence sequence) {
        jdbc.sql("select setval(cast(:name as regclass), :value, :called)")
                .param("name", quoted(sequence.name()))
                .param("value", sequence.value())
                .param("called", sequence.called())
                .query(row -> {});
    }

    List<ForeignKey> foreignKeys() {
        return jdbc.sql("""
                        select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
                        from pg_constraint k join pg_class c on c.oid = k.conrelid
                        where k.contype = 'f' and k.connamespace = current_schema()::regnamespace order by c.relname, k.conname
                        """).query(ForeignKey.class).list();
    }

    void drop(ForeignKey key) {
        jdbc.sql("alter table " + quoted(key.table()) + " drop constraint " + quoted(key.name()))
                .update();
    }

    /** Every row is looked at. */
    void add(ForeignKey key) {
        jdbc.sql("alter table " + quoted(key.table()) + " add constraint " + quoted(key.name()) + " "
                        + key.definition())
                .update();
    }

    void empty(List<Table> tables) {
        jdbc.sql("truncate "
                        + tables.stream().map(table -> quoted(table.name())).collect(Collectors.joining(", ")))
                .update();
    }

    /** Whether nothing stands in it: no table, no view, no sequence. */
    boolean isEmpty() {
        return jdbc.sql("select not exists (select from pg_class c where " + OURS + ")")
                .query(Boolean.class)
                .single();
    }

    String version() {
        return jdbc.sql("""
                        select version from flyway_schema_history where success and version is not null
                        order by string_to_array(version, '.')::bigint[] desc limit 1
                        """).query(String.class).single();
    }

    void analyze() {
        jdbc.sql("analyze").update();
    }

    /** @return how many rows; they are of the caller's transaction */
    long copyOut(Table table, OutputStream rows) {
        return withConnection(connection -> connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + listed(table) + " to stdout", rows));
    }

    /** @return how many rows */
    long copyIn(Table table, InputStream rows) {
        return withConnection(connection -> connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + listed(table) + " from stdin", rows));
    }

    private long withConnection(Copying copying) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            return copying.with(connection);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static String listed(Table table) {
        return quoted(table.name())
                + table.columns().stream().map(Schema::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** @param columns all that hold what was entered; the others are reckoned from them */
    record Table(String name, List<String> columns) {}

    record ForeignKey(String table, String name, String definition) {}

    private interface Copying {
        long with(Connection connection) throws SQLException, IOException;
    }
}
