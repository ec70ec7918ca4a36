package org.bihuan.rectification;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.application.AskForExtension;
import org.bihuan.rectification.application.Deciders;
import org.bihuan.rectification.application.FourEyes;
import org.bihuan.rectification.application.HandOverSupervision;
import org.bihuan.rectification.application.MoveToEnterprise;
import org.bihuan.rectification.application.NudgeOwner;
import org.bihuan.rectification.application.ProposeVoid;
import org.bihuan.rectification.application.ReassignPerson;
import org.bihuan.rectification.application.ReopenHazard;
import org.bihuan.rectification.application.ServeOnPaper;
import org.bihuan.rectification.application.WithdrawReport;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.springframework.stereotype.Component;

/** What a reader may do to a case beside its task, so that a page offers nothing that would be refused. */
@Component
public class CaseActions {
    private final Organisation organisation;
    private final Proposals proposals;
    private final FourEyes fourEyes;

    CaseActions(Organisation organisation, Proposals proposals, FourEyes fourEyes) {
        this.organisation = organisation;
        this.proposals = proposals;
        this.fourEyes = fourEyes;
    }

    /** Actions of the case page; each has its call in the API. */
    public enum Action {
        /** T8. */
        SERVE,
        /** T16. */
        WITHDRAW,
        /** T25: the principal takes the case over. */
        TAKE_OVER,
        /** T25. */
        REASSIGN,
        /** N16. */
        NUDGE,
        /** T13. */
        EXTEND,
        /** T23. */
        VOID,
        /** T26. */
        HAND_OVER,
        /** T26: the word of the leader of the unit that is to follow the case. */
        TAKE_SUPERVISION,
        /** T27. */
        MOVE,
        /** T28. */
        REOPEN,
        /** T28: the second person's decision. */
        DECIDE_REOPENING
    }

    public Set<Action> openTo(Person person, Hazard hazard) {
        var open = EnumSet.noneOf(Action.class);
        if (ServeOnPaper.isOpenTo(person, hazard)) {
            open.add(Action.SERVE);
        }
        if (WithdrawReport.isOpenTo(person, hazard)) {
            open.add(Action.WITHDRAW);
        }
        if (AskForExtension.isOpenTo(person, hazard)) {
            open.add(Action.EXTEND);
        }
        if (ReassignPerson.isOpenTo(person, hazard)) {
            open.add(Action.REASSIGN);
            if (ReassignPerson.liesWithTheResponsible(hazard)
                    && !person.id().equals(hazard.responsibility().responsibleUser())) {
                open.add(Action.TAKE_OVER);
            }
        }
        addMoves(open, person, hazard);
        if (NudgeOwner.isOpenTo(person, hazard)) {
            open.add(Action.NUDGE);
        }
        return open;
    }

    private void addMoves(Set<Action> open, Person person, Hazard hazard) {
        var pending = proposals.pending(hazard.number());
        if (ProposeVoid.isOpenTo(person, hazard) && isFree(pending, Kind.VOID)) {
            open.add(Action.VOID);
        }
        if (HandOverSupervision.isOpenTo(person, hazard)) {
            open.add(Action.HAND_OVER);
        }
        if (MoveToEnterprise.isOpenTo(person, hazard)) {
            open.add(Action.MOVE);
        }
        if (ReopenHazard.isOpenTo(person, hazard) && isFree(pending, Kind.REOPEN)) {
            open.add(Action.REOPEN);
        }
        for (var proposal : pending) {
            if (Deciders.isOneOf(person, proposal.decider()) && isAnother(person, proposal)) {
                switch (proposal.kind()) {
                    case HAND_OVER -> open.add(Action.TAKE_SUPERVISION);
                    case REOPEN -> open.add(Action.DECIDE_REOPENING);
                    case VOID -> {} // a task of its own
                }
            }
        }
    }

    private boolean isAnother(Person person, Proposal proposal) {
        return Collections.disjoint(fourEyes.of(person), fourEyes.then(proposal.proposedBy(), proposal.proposedOn()));
    }

    private static boolean isFree(List<Proposal> pending, Kind kind) {
        return pending.stream().noneMatch(proposal -> proposal.kind() == kind);
    }

    /** To whom the person may give the work: own people, the present one left out. */
    public List<Person> colleagues(Person person, Hazard hazard) {
        var people = person.enterprise() != null
                ? organisation.peopleOf(person.enterprise())
                : person.unit() == null
                        ? List.<Person>of()
                        : organisation.peopleOf(person.unit(), Set.of(Role.INSPECTOR, Role.UNIT_LEADER));
        return people.stream()
                .filter(colleague ->
                        !colleague.id().equals(hazard.responsibility().responsibleUser()))
                .toList();
    }
}
