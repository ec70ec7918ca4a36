package org.bihuan.rectification.application;

import java.util.EnumMap;
import java.util.Map;
import org.bihuan.deadline.ClockKind;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.adapter.Extensions;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.springframework.stereotype.Component;

/**
 * Decisions that wait for the leader of a unit which no longer follows the case go to the leader of the one that does (T26); what
 * lies with the committee office or above stays there.
 */
@Component
class HandOverDesks {
    private final Extensions extensions;
    private final ExtensionTables tables;
    private final Proposals proposals;
    private final Deciders deciders;
    private final Organisation organisation;
    private final Cases cases;

    HandOverDesks(
            Extensions extensions,
            ExtensionTables tables,
            Proposals proposals,
            Deciders deciders,
            Organisation organisation,
            Cases cases) {
        this.extensions = extensions;
        this.tables = tables;
        this.proposals = proposals;
        this.deciders = deciders;
        this.organisation = organisation;
        this.cases = cases;
    }

    /**
     * @param followed the case with its new unit
     * @return the desks that move, each with the group that decides now
     */
    Map<ClockKind, String> perform(Hazard followed, UnitCode from) {
        var moved = new EnumMap<ClockKind, String>(ClockKind.class);
        var number = followed.number();
        extensions
                .pending(number)
                .filter(request -> request.decider().equals(from.leadersGroup()))
                .ifPresent(request -> {
                    var decider = tables.leadersOfTheSupervisor(followed);
                    extensions.handOver(number, decider);
                    moved.put(ClockKind.EXTENSION, decider);
                });
        proposals
                .pending(number, Kind.VOID)
                .filter(proposal -> proposal.decider().equals(from.leadersGroup()))
                .ifPresent(proposal -> {
                    var decider = deciders.of(
                            followed, organisation.person(proposal.proposedBy()).orElseThrow());
                    proposals.handOver(number, Kind.VOID, decider);
                    moved.put(ClockKind.VOIDING, decider);
                });
        return moved;
    }

    /** Their tasks are offered to the new groups. */
    void openAnew(Hazard followed, Map<ClockKind, String> moved) {
        if (moved.containsKey(ClockKind.EXTENSION)) {
            cases.enterAnew(followed.number().value(), Step.DECIDE_EXTENSION.key());
        }
        if (moved.containsKey(ClockKind.VOIDING)) {
            cases.enterAnew(followed.number().value(), Step.DECIDE_VOID.key());
        }
    }
}
