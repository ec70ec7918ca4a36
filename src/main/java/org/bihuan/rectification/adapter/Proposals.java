package org.bihuan.rectification.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.bihuan.rectification.domain.Proposal.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All proposals that need a second person, and what became of them. */
@Repository
public class Proposals {
    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(HazardNumber hazard, Proposal proposal) {
        jdbc.sql("""
                        insert into proposal (hazard, seq, kind, proposed_on, proposed_by, what, reason, decider, decide_by)
                        select :hazard, coalesce(max(seq), 0) + 1, :kind, :proposedOn, :proposedBy, :what, :reason, :decider, :decideBy
                        from proposal where hazard = :hazard
                        """)
                .param("hazard", hazard.value())
                .param("kind", proposal.kind().name())
                .param("proposedOn", proposal.proposedOn())
                .param("proposedBy", proposal.proposedBy().value())
                .param("what", proposal.what())
                .param("reason", proposal.reason())
                .param("decider", proposal.decider())
                .param("decideBy", proposal.decideBy(), Types.DATE)
                .update();
    }

    public Optional<Proposal> pending(HazardNumber hazard, Kind kind) {
        return pending(hazard).stream()
                .filter(proposal -> proposal.kind() == kind)
                .findFirst();
    }

    public List<Proposal> pending(HazardNumber hazard) {
        return jdbc.sql("select * from proposal where hazard = :hazard and outcome is null order by seq")
                .param("hazard", hazard.value())
                .query(Proposals::read)
                .list();
    }

    public void decide(
            HazardNumber hazard, Kind kind, Outcome outcome, @Nullable String opinion, LocalDate on, PersonId by) {
        jdbc.sql("""
                        update proposal set outcome = :outcome, opinion = :opinion, ended_on = :on, ended_by = :by
                        where hazard = :hazard and kind = :kind and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("opinion", opinion)
                .param("on", on)
                .param("by", by.value())
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .update();
    }

    /** Another group decides on the pending one; its day stays. */
    public void handOver(HazardNumber hazard, Kind kind, String decider) {
        jdbc.sql("update proposal set decider = :decider where hazard = :hazard and kind = :kind and outcome is null")
                .param("decider", decider)
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .update();
    }

    public void lapse(HazardNumber hazard, Kind kind, LocalDate on) {
        jdbc.sql("""
                        update proposal set outcome = 'LAPSED', ended_on = :on
                        where hazard = :hazard and kind = :kind and outcome is null
                        """)
                .param("on", on)
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .update();
    }

    /** The case ends by another way: nothing is left to decide. */
    public void lapse(HazardNumber hazard, LocalDate on) {
        jdbc.sql("update proposal set outcome = 'LAPSED', ended_on = :on where hazard = :hazard and outcome is null")
                .param("on", on)
                .param("hazard", hazard.value())
                .update();
    }

    private static Proposal read(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return new Proposal(
                Kind.valueOf(row.getString("kind")),
                row.getObject("proposed_on", LocalDate.class),
                PersonId.of(row.getString("proposed_by")),
                row.getString("what"),
                row.getString("reason"),
                row.getString("decider"),
                row.getObject("decide_by", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome));
    }
}
