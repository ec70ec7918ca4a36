package org.bihuan.rectification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.application.AskForExtension;
import org.bihuan.rectification.application.NudgeOwner;
import org.bihuan.rectification.application.ReassignPerson;
import org.bihuan.rectification.application.ServeOnPaper;
import org.bihuan.rectification.application.WithdrawReport;
import org.springframework.stereotype.Component;

/** What a reader may do to a case beside its task, so that a page offers nothing that would be refused. */
@Component
public class CaseActions {
    private final Organisation organisation;

    CaseActions(Organisation organisation) {
        this.organisation = organisation;
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
        EXTEND
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
        if (NudgeOwner.isOpenTo(person, hazard)) {
            open.add(Action.NUDGE);
        }
        return open;
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
