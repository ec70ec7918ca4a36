package org.bihuan.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.deadline.Supervising;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.CaseHistory;
import org.bihuan.rectification.Extending;
import org.bihuan.rectification.Proposing;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the forms of a case show. */
@Component
class TaskFormsCases {
    private final CaseNames names;
    private final RunningClocks runningClocks;
    private final Evidence evidence;
    private final CaseHistory history;
    private final Extending extending;
    private final Supervising supervising;
    private final Proposing proposing;
    private final CurrentPerson currentPerson;
    private final TimeLeft timeLeft;
    private final CountyTime time;

    TaskFormsCases(
            CaseNames names,
            RunningClocks runningClocks,
            Evidence evidence,
            CaseHistory history,
            Extending extending,
            Supervising supervising,
            Proposing proposing,
            CurrentPerson currentPerson,
            TimeLeft timeLeft,
            CountyTime time) {
        this.names = names;
        this.runningClocks = runningClocks;
        this.evidence = evidence;
        this.history = history;
        this.extending = extending;
        this.supervising = supervising;
        this.proposing = proposing;
        this.currentPerson = currentPerson;
        this.timeLeft = timeLeft;
        this.time = time;
    }

    TaskFormsCase of(Hazard hazard) {
        var files = evidence.of(hazard.number().value());
        return new TaskFormsCase(
                hazard,
                names.responsible(hazard),
                names.person(hazard.responsibility().responsibleUser()),
                names.region(hazard),
                names.supervisor(hazard),
                names.person(hazard.origin().registeredBy()),
                time.dayOf(hazard.origin().registeredAt()),
                runningClocks.present(hazard),
                runningClocks.of(hazard.number()).stream()
                        .filter(clock -> clock.kind() == ClockKind.RECTIFY)
                        .findFirst()
                        .orElse(null),
                extending.chance(hazard).orElse(null),
                next(hazard),
                of(Stage.BEFORE, files),
                of(Stage.DOCUMENT, files));
    }

    /** What the report needs: how the last round ended, what is in already, and whether a paper counts or is asked for. */
    void showRectification(Hazard hazard, Model model) {
        var rounds = history.rounds(hazard);
        var isManagement = hazard.finding().category() == Category.MANAGEMENT;
        var isOnBehalf = !isOfTheResponsible(currentPerson.get(), hazard);
        model.addAttribute("returned", rounds.size() < 2 ? null : shown(rounds.get(rounds.size() - 2)));
        model.addAttribute("present", shown(rounds.get(rounds.size() - 1)));
        model.addAttribute("paperCounts", isManagement);
        model.addAttribute("onBehalf", isOnBehalf);
        model.addAttribute("today", time.today());
    }

    /** What is asked for, and between which days it may be granted. */
    void showExtension(Hazard hazard, Model model) {
        var asked = extending.pending(hazard).orElseThrow(() -> new NotVisible("no pending extension"));
        model.addAttribute("asked", asked);
        model.addAttribute("asker", names.person(asked.askedBy()));
        model.addAttribute("wish", asked.wishedOn().isBefore(asked.earliest()) ? asked.earliest() : asked.wishedOn());
    }

    /** Why the entry is said to be void, and by whom. */
    void showVoid(Hazard hazard, Model model) {
        var proposed = proposing.pending(hazard.number()).stream()
                .filter(proposal -> proposal.kind().equals("VOID"))
                .findFirst()
                .orElseThrow(() -> new NotVisible("no pending proposal"));
        model.addAttribute("proposed", proposed);
        model.addAttribute("proposer", names.person(proposed.by()));
    }

    /** Who must answer until when, and how long he may ask to be left alone. */
    void showSupervision(String taskId, Hazard hazard, Model model) {
        var supervision = supervising.ofTask(taskId);
        model.addAttribute("supervisor", names.group(supervision.supervisor()));
        runningClocks.of(hazard.number()).stream()
                .filter(clock -> clock.kind() == supervision.kind())
                .forEach(clock -> model.addAttribute("answerBy", clock.dueOn()));
        model.addAttribute("earliestQuiet", time.today().plusDays(1));
        model.addAttribute("latestQuiet", supervising.latestQuiet());
    }

    /** What was reported and judged so far, the newest round first. */
    void showRounds(Hazard hazard, Model model) {
        var rounds =
                new ArrayList<>(history.rounds(hazard).stream().map(this::shown).toList());
        Collections.reverse(rounds);
        model.addAttribute("rounds", rounds);
    }

    private static boolean isOfTheResponsible(Person person, Hazard hazard) {
        var enterprise = hazard.responsibility().enterprise();
        var unit = hazard.responsibility().responsibleUnit();
        return (enterprise != null && person.worksFor(enterprise)) || (unit != null && person.isOfficerOf(unit));
    }

    private List<TaskFormsCase.Next> next(Hazard hazard) {
        return runningClocks.next(hazard.number()).stream()
                .map(step -> new TaskFormsCase.Next(
                        timeLeft.day(time.dayOf(step.at()), step.estimated()), step.action(), step.audience()))
                .toList();
    }

    private TaskFormsRound shown(CaseHistory.Round round) {
        var report = round.standing().orElse(null);
        var judgement = round.judgement();
        return new TaskFormsRound(
                round.number(),
                report,
                report == null ? null : names.person(report.reportedBy()),
                judgement,
                judgement == null ? null : names.person(judgement.givenBy()),
                of(Stage.AFTER, round.proof()),
                of(Stage.DOCUMENT, round.proof()),
                round.ofTheVisit());
    }

    private static List<EvidenceItem> of(Stage stage, List<EvidenceItem> files) {
        return files.stream().filter(file -> file.stage() == stage).toList();
    }
}
