package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.domain.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages say about proposals that wait for their second person (S7). */
@Component
public class Proposing {
    private final Proposals proposals;

    Proposing(Proposals proposals) {
        this.proposals = proposals;
    }

    /**
     * A proposal that waits for its decision.
     *
     * @param kind VOID, REOPEN or HAND_OVER
     * @param what the reason's code, or the unit that is to follow the case
     * @param decider group of the mirror
     * @param decideBy null where no term runs for it
     */
    public record Pending(
            String kind,
            LocalDate on,
            PersonId by,
            String what,
            String reason,
            String decider,
            @Nullable LocalDate decideBy) {}

    public List<Pending> pending(HazardNumber hazard) {
        return proposals.pending(hazard).stream().map(Proposing::pending).toList();
    }

    private static Pending pending(Proposal proposal) {
        return new Pending(
                proposal.kind().name(),
                proposal.proposedOn(),
                proposal.proposedBy(),
                proposal.what(),
                proposal.reason(),
                proposal.decider(),
                proposal.decideBy());
    }
}
