package org.bihuan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.engine.Cases;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The incident {@code unreachable} in Cockpit (N9): it stands, one a case, exactly while a running clock has an owner whom no mail
 * reaches, from the start of the clock and not from its end. One look a minute brings Cockpit into line, on one node at a time.
 */
@Component
class UnreachableOwners {
    private static final Logger LOG = LoggerFactory.getLogger(UnreachableOwners.class);
    private static final String TYPE = "unreachable";
    private static final int CHUNK = 50;
    /** Any fixed number: the advisory lock of the one who looks. */
    private static final long ONE_LOOKS = 341_721_003L;

    private final JdbcClient jdbc;
    private final Owners owners;
    private final Cases cases;
    private final TransactionTemplate transaction;

    UnreachableOwners(JdbcClient jdbc, Owners owners, Cases cases, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * An incident that stands.
     *
     * @param inPlace whether it hangs at the step at which the case waits now
     */
    record Standing(String hazard, String incident, String message, boolean inPlace) {}

    void align() {
        var wanted = wanted();
        var standing = standing();
        var hazards = new TreeSet<>(wanted.keySet());
        hazards.addAll(standing.keySet());
        hazards.removeIf(hazard -> isInLine(wanted.get(hazard), standing.get(hazard)));
        var waiting = new ArrayList<>(hazards);
        for (var from = 0; from < waiting.size(); from += CHUNK) {
            align(waiting.subList(from, Math.min(from + CHUNK, waiting.size())), wanted);
        }
    }

    private static boolean isInLine(@Nullable String message, @Nullable List<Standing> incidents) {
        return message != null
                && incidents != null
                && incidents.size() == 1
                && incidents.get(0).inPlace()
                && incidents.get(0).message().equals(message);
    }

    private void align(List<String> hazards, Map<String, String> wanted) {
        try {
            transaction.executeWithoutResult(status -> {
                if (isTheOneWhoLooks()) {
                    var standing = standing();
                    var tasks = cases.openTasks(hazards);
                    hazards.forEach(hazard -> align(
                            wanted.get(hazard),
                            standing.getOrDefault(hazard, List.of()),
                            Optional.ofNullable(tasks.get(hazard)).map(Cases.OpenTask::executionId),
                            hazard));
                }
            });
        } catch (RuntimeException moved) {
            // Somebody works on one of these cases in this very moment; the next look finds it where it waits then.
            LOG.debug(
                    "Incidents of {} to {} wait for the next look",
                    hazards.get(0),
                    hazards.get(hazards.size() - 1),
                    moved);
        }
    }

    private void align(@Nullable String message, List<Standing> standing, Optional<String> execution, String hazard) {
        if (isInLine(message, standing) || (message != null && execution.isEmpty())) {
            return;
        }
        standing.forEach(incident -> cases.resolveIncident(incident.incident()));
        if (message != null) {
            execution.ifPresent(where -> cases.raiseIncident(TYPE, where, hazard, message));
        }
    }

    /** Which cases must stand in Cockpit, and what is said there. */
    private Map<String, String> wanted() {
        var reach = owners.now();
        var doubtful = reach.doubtful();
        var wanted = new HashMap<String, Set<String>>();
        if (!doubtful.isEmpty()) {
            jdbc.sql("""
                            select r.hazard, r.owner_kind, r.owner, c.responsible_user
                            from v_clock r join v_case c on c.number = r.hazard
                            where r.owner_kind <> 'GROUP' and r.owner = any (cast(:owners as text[]))
                            order by r.hazard, r.kind
                            """)
                    .param("owners", doubtful.toArray(String[]::new))
                    .query((row, index) -> new Reason(row.getString("hazard"), why(reach, row)))
                    .list()
                    .forEach(reason -> reason.why()
                            .ifPresent(why -> wanted.computeIfAbsent(reason.hazard(), hazard -> new TreeSet<>())
                                    .add(why)));
        }
        var messages = new HashMap<String, String>();
        wanted.forEach((hazard, whys) -> messages.put(hazard, String.join("", whys)));
        return messages;
    }

    private record Reason(String hazard, Optional<String> why) {}

    private static Optional<String> why(Owners.Reach reach, ResultSet row) throws SQLException {
        var owner = row.getString("owner");
        return row.getString("owner_kind").equals("UNIT")
                ? reach.ofUnit(UnitCode.of(owner))
                : reach.ofEnterprise(CreditCode.of(owner), row.getString("responsible_user"));
    }

    private Map<String, List<Standing>> standing() {
        var standing = new HashMap<String, List<Standing>>();
        jdbc.sql("select hazard, incident, message, in_place from v_unreachable_case order by incident")
                .query(Standing.class)
                .list()
                .forEach(incident -> standing.computeIfAbsent(incident.hazard(), hazard -> new ArrayList<>())
                        .add(incident));
        return standing;
    }

    private boolean isTheOneWhoLooks() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", ONE_LOOKS)
                .query(Boolean.class)
                .single();
    }
}
