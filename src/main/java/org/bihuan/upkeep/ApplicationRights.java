package org.bihuan.upkeep;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bihuan.shared.Unfit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the application's own account may do in the schema, whatever it is called: all rows of all tables, but no more than the
 * table's comment allows where it begins with {@code append-only} (S12) or {@code never deleted}; no change of the schema.
 *
 * <p>Only what differs is granted or revoked, so that a start that finds everything in line changes nothing.
 */
final class ApplicationRights {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRights.class);

    /** Two nodes that start at once must not both grant. */
    private static final long LOCK = 0x7269_6768_7473L; // "rights"

    private static final String WANTED = """
            with thing as (
                select c.oid, c.relname, c.relkind, coalesce(obj_description(c.oid, 'pg_class'), '') as comment
                from pg_class c where c.relkind in ('r', 'p', 'v', 'S') and
            """ + Schema.OURS + """
                ),
            wanted as (
                select relname, relkind, one.privilege, case
                           when relname = 'flyway_schema_history' or relkind = 'v' then one.privilege = 'SELECT'
                           when relkind = 'S' then one.privilege in ('SELECT', 'USAGE')
                           when comment like 'append-only%' then one.privilege in ('SELECT', 'INSERT')
                           when comment like 'never deleted%' then one.privilege in ('SELECT', 'INSERT', 'UPDATE')
                           else one.privilege <> 'TRUNCATE' end as wanted,
                       case relkind when 'S' then has_sequence_privilege(:account, oid, one.privilege)
                           else has_table_privilege(:account, oid, one.privilege) end as held
                from thing cross join lateral unnest(case relkind when 'S' then array['SELECT', 'USAGE']
                    else array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] end) as one (privilege))
            """;

    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final String account;

    ApplicationRights(DataSource owner, String account) {
        this.owner = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
        this.account = account;
    }

    /** @throws Unfit when the account lacks a right and the owner cannot grant it */
    void bringIntoLine() {
        if (!missing().isEmpty() || !excess().isEmpty() || !maySeeTheSchema()) {
            try {
                transaction.executeWithoutResult(begun -> change());
            } catch (DataAccessException notOurs) {
                LOG.debug("Rights of {} could not be brought into line", account, notOurs);
            }
        }
        refuseWithout(missing());
        warnOf(excess());
    }

    private void change() {
        owner.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
        if (!maySeeTheSchema()) {
            execute("select format('grant usage on schema %I to %I', current_schema(), :account)");
        }
        execute(WANTED + """
                select format('grant %s on %s %I.%I to %I', string_agg(privilege, ', '), case relkind when 'S' then 'sequence' else 'table' end,
                              current_schema(), relname, :account)
                from wanted where wanted and not held group by relname, relkind
                """);
        execute(WANTED + """
                select format('revoke %s on table %I.%I from %I', string_agg(privilege, ', '), current_schema(), relname, :account)
                from wanted where held and not wanted and relkind <> 'v' group by relname, relkind
                """);
    }

    private void execute(String statements) {
        asked(statements).forEach(statement -> owner.sql(statement).update());
    }

    private boolean maySeeTheSchema() {
        return owner.sql("select has_schema_privilege(:account, current_schema(), 'usage')")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    private List<String> missing() {
        return asked(WANTED + """
                select relname || ' (' || string_agg(privilege, ', ') || ')' from wanted where wanted and not held group by relname order by 1
                """);
    }

    /** Guarded tables in which it may do more than it should. */
    private List<String> excess() {
        return asked(WANTED + """
                select relname from wanted where held and not wanted and relkind in ('r', 'p') and privilege <> 'TRUNCATE' group by relname order by 1
                """);
    }

    private List<String> asked(String question) {
        return owner.sql(question).param("account", account).query(String.class).list();
    }

    private void refuseWithout(List<String> missing) {
        if (!missing.isEmpty()) {
            var shown = missing.stream().limit(5).collect(Collectors.joining(", "));
            throw new Unfit(
                    "Account %s lacks rights on %d tables: %s%s."
                            .formatted(account, missing.size(), shown, missing.size() > 5 ? " ..." : ""),
                    "They belong to somebody else than the owner named by spring.flyway.user: as a superuser, "
                            + "`reassign owned by <old owner> to <owner>`, and start again.");
        }
    }

    private void warnOf(List<String> excess) {
        if (!excess.isEmpty()) {
            LOG.warn(
                    "Account {} may change {} and no grant of ours holds it back: the case log is guarded by its hash chain alone",
                    account,
                    String.join(", ", excess));
        }
    }
}
