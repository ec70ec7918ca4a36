package org.bihuan.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.engine.Cases.OpenTask;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.StandIns;
import org.bihuan.rectification.CaseHistory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** In whose hand a case lies now (U23): a person, or the office that has not taken it up yet. */
@Component
class NextHand {
    private final CaseNames names;
    private final CaseHistory history;
    private final StandIns standIns;
    private final MessageSource messages;

    NextHand(CaseNames names, CaseHistory history, StandIns standIns, MessageSource messages) {
        this.names = names;
        this.history = history;
        this.standIns = standIns;
        this.messages = messages;
    }

    /** In one phrase, for example 由尧渡镇人民政府办理，尚未领取. */
    String inWords(OpenTask task, Hazard hazard) {
        var owner = task.owner();
        if (owner != null && !owner.equals(task.assignee())) {
            var workers = task.assignee() == null ? standIns.workersFor(owner) : List.of(task.assignee());
            if (!workers.isEmpty()) {
                return say(
                        "hand.standIn",
                        workers.stream().map(names::person).collect(Collectors.joining(say("list.separator"))),
                        names.person(owner));
            }
        }
        return task.assignee() != null
                ? say("hand.person", names.person(task.assignee()))
                : say("hand.office", office(task, hazard));
    }

    /** Whether the reader is the one, or one of those who may take it: everybody else only looks on. */
    boolean isOf(Person reader, OpenTask task, Hazard hazard) {
        if (reader.id().equals(task.assignee())) {
            return true;
        }
        if (task.owner() != null && task.assignee() == null) {
            return reader.id().equals(task.owner())
                    || standIns.workersFor(task.owner()).contains(reader.id());
        }
        var supervisor = hazard.responsibility().supervisingUnit();
        var isOfTheSupervisor = supervisor == null ? reader.is(Role.COMMITTEE_OFFICE) : reader.isOfficerOf(supervisor);
        return switch (task.key()) {
            case "review", "verify" -> task.assignee() == null && isOfTheSupervisor;
            case "rectify" ->
                (task.assignee() == null && isOfTheResponsible(reader, hazard))
                        || (isOfTheSupervisor && reader.is(Role.INSPECTOR) && history.isServedOnPaper(hazard));
            default -> task.assignee() == null && isOfTheResponsible(reader, hazard);
        };
    }

    private static boolean isOfTheResponsible(Person reader, Hazard hazard) {
        var enterprise = hazard.responsibility().enterprise();
        var unit = hazard.responsibility().responsibleUnit();
        return (enterprise != null && reader.worksFor(enterprise)) || (unit != null && reader.isOfficerOf(unit));
    }

    private String office(OpenTask task, Hazard hazard) {
        var isTheSupervisors = task.key().equals("review") || task.key().equals("verify");
        if (!isTheSupervisors) {
            return names.responsible(hazard);
        }
        return hazard.responsibility().supervisingUnit() == null
                ? say("hand.committeeOffice")
                : names.supervisor(hazard);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
