package org.bihuan.rectification.adapter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.CaseHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Each handing-over of a case to the responsible side, and what became of it. None ends before it began, even where the machine's
 * clock was set back over midnight between the two.
 */
@Repository
public class Assignments {
    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin(HazardNumber hazard, LocalDate on, PersonId by) {
        jdbc.sql("""
                        insert into assignment (hazard, seq, assigned_on, assigned_by)
                        select :hazard, coalesce(max(seq), 0) + 1, :on, :by from assignment where hazard = :hazard
                        """)
                .param("hazard", hazard.value())
                .param("on", on)
                .param("by", by.value())
                .update();
    }

    /** Day of the last handing-over. */
    public LocalDate assignedOn(HazardNumber hazard) {
        return jdbc.sql("select assigned_on from assignment where hazard = :hazard order by seq desc limit 1")
                .param("hazard", hazard.value())
                .query(LocalDate.class)
                .single();
    }

    /** The present assignment gives way to one of another enterprise (T27), whatever has become of it so far. */
    public void move(HazardNumber hazard, LocalDate on, PersonId by) {
        jdbc.sql("""
                        update assignment set outcome = 'MOVED', ended_on = greatest(:on, assigned_on), ended_by = :by
                        where hazard = :hazard and outcome is null
                        """)
                .param("on", on)
                .param("by", by.value())
                .param("hazard", hazard.value())
                .update();
    }

    /** @param reason present exactly for a decline */
    public void end(HazardNumber hazard, boolean accepted, @Nullable String reason, LocalDate on, PersonId by) {
        jdbc.sql("""
                        update assignment set outcome = :outcome, reason = :reason, ended_on = greatest(:on, assigned_on), ended_by = :by
                        where hazard = :hazard and outcome is null
                        """)
                .param("outcome", accepted ? "ACCEPTED" : "DECLINED")
                .param("reason", reason)
                .param("on", on)
                .param("by", by.value())
                .param("hazard", hazard.value())
                .update();
    }

    public void endServed(
            HazardNumber hazard, LocalDate servedOn, String recipient, UUID document, LocalDate on, PersonId by) {
        jdbc.sql("""
                        update assignment
                        set outcome = 'SERVED', served_on = :servedOn, served_recipient = :recipient,
                            served_document = :document, ended_on = greatest(:on, assigned_on), ended_by = :by
                        where hazard = :hazard and outcome is null
                        """)
                .param("servedOn", servedOn)
                .param("recipient", recipient)
                .param("document", document)
                .param("on", on)
                .param("by", by.value())
                .param("hazard", hazard.value())
                .update();
    }

    public int declines(HazardNumber hazard) {
        return jdbc.sql("select count(*) from assignment where hazard = :hazard and outcome = 'DECLINED'")
                .param("hazard", hazard.value())
                .query(Integer.class)
                .single();
    }

    /** Whether the present assignment reached the enterprise on paper: an inspector may then report on its behalf (T8). */
    public boolean isServedOnPaper(HazardNumber hazard) {
        return jdbc.sql("select outcome = 'SERVED' from assignment where hazard = :hazard order by seq desc limit 1")
                .param("hazard", hazard.value())
                .query((row, index) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /** The signed receipts of every paper service so far. */
    public Set<UUID> receipts(HazardNumber hazard) {
        return jdbc.sql("select served_document from assignment where hazard = :hazard and outcome = 'SERVED'")
                .param("hazard", hazard.value())
                .query(UUID.class)
                .set();
    }

    /** Why the responsible side declined last, for the next review. */
    public Optional<CaseHistory.Decline> lastDecline(HazardNumber hazard) {
        return jdbc.sql("""
                        select reason, ended_on, ended_by from assignment
                        where hazard = :hazard and outcome = 'DECLINED' order by seq desc limit 1
                        """)
                .param("hazard", hazard.value())
                .query((row, index) -> new CaseHistory.Decline(
                        row.getString("reason"),
                        row.getObject("ended_on", LocalDate.class),
                        PersonId.of(row.getString("ended_by"))))
                .optional();
    }
}
