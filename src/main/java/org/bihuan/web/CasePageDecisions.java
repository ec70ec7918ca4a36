package org.bihuan.web;

import java.util.Optional;
import org.bihuan.deadline.Supervising;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.letters.CaseLetters;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.CaseActions;
import org.bihuan.rectification.CaseActions.Action;
import org.bihuan.rectification.Extending;
import org.bihuan.rectification.Proposing;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a case page says of everything that is decided beside the main path, and what its reader may do about it. */
@Component
class CasePageDecisions {
    private final Extending extending;
    private final Supervising supervising;
    private final Proposing proposing;
    private final CaseLetters letters;
    private final CaseActions actions;
    private final Cases cases;
    private final Organisation organisation;
    private final CaseNames names;

    CasePageDecisions(
            Extending extending,
            Supervising supervising,
            Proposing proposing,
            CaseLetters letters,
            CaseActions actions,
            Cases cases,
            Organisation organisation,
            CaseNames names) {
        this.extending = extending;
        this.supervising = supervising;
        this.proposing = proposing;
        this.letters = letters;
        this.actions = actions;
        this.cases = cases;
        this.organisation = organisation;
        this.names = names;
    }

    void show(Hazard hazard, Person by, Model model) {
        var number = hazard.number();
        model.addAttribute("supervisions", supervising.of(number));
        model.addAttribute("letters", letters.of(number, by));
        model.addAttribute("proposals", proposing.pending(number));
        var pending = extending.pending(hazard).orElse(null);
        model.addAttribute("pendingExtension", pending);
        model.addAttribute("extensionDecider", pending == null ? "" : names.group(pending.decider()));
        var chance = extending.chance(hazard).orElse(null);
        model.addAttribute("extensionChance", chance);
        var main = cases.openTask(number.value()).map(Cases.OpenTask::id);
        model.addAttribute(
                "desk",
                cases.taskFor(number.value(), by)
                        .filter(task -> !main.equals(Optional.of(task.id())))
                        .map(Cases.OpenTask::key)
                        .orElse(null));
        var open = actions.openTo(by, hazard);
        if (chance == null) {
            open.remove(
                    Action.EXTEND); // too late, used up or asked already: the page offers nothing that would be refused
        }
        model.addAttribute("actions", open);
        model.addAttribute("colleagues", actions.colleagues(by, hazard));
        if (open.contains(Action.HAND_OVER)) {
            model.addAttribute("units", organisation.units());
        }
        if (open.contains(Action.MOVE)) {
            model.addAttribute("enterprises", organisation.enterprises());
        }
    }
}
