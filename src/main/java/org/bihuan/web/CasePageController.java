package org.bihuan.web;

import java.util.Comparator;
import java.util.List;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.Holdings;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.deadline.Terms;
import org.bihuan.decisions.TableRights;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.notification.Notices;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case: where it stands, whose clock runs, what happens next, photos, history, and the actions open to the reader. */
@Controller
class CasePageController {
    private final LedgerReader reader;
    private final RunningClocks runningClocks;
    private final Holdings holdings;
    private final Terms terms;
    private final Cases cases;
    private final Evidence evidence;
    private final CasePageDecisions decisions;
    private final CaseLogLines log;
    private final Notices notices;
    private final NoticeLines noticeLines;
    private final CaseNames names;
    private final NextHand nextHand;
    private final CurrentPerson current;

    CasePageController(
            LedgerReader reader,
            RunningClocks runningClocks,
            Holdings holdings,
            Terms terms,
            Cases cases,
            Evidence evidence,
            CasePageDecisions decisions,
            CaseLogLines log,
            Notices notices,
            NoticeLines noticeLines,
            CaseNames names,
            NextHand nextHand,
            CurrentPerson current) {
        this.reader = reader;
        this.runningClocks = runningClocks;
        this.holdings = holdings;
        this.terms = terms;
        this.cases = cases;
        this.evidence = evidence;
        this.decisions = decisions;
        this.log = log;
        this.notices = notices;
        this.noticeLines = noticeLines;
        this.names = names;
        this.nextHand = nextHand;
        this.current = current;
    }

    @GetMapping("/hazards/{number}")
    String show(@PathVariable String number, Model model) {
        var hazard = seen(number);
        var by = current.get();
        // A closed case may have one too: of the desk that decides whether it goes on.
        var clocks = runningClocks.of(hazard.number()).stream()
                .sorted(Comparator.comparing(ClockView::kind))
                .toList();
        var files = evidence.of(hazard.number().value());
        model.addAttribute("hazard", hazard);
        model.addAttribute("names", names);
        model.addAttribute("clocks", clocks);
        model.addAttribute("holdings", holdings.of(hazard.number()));
        model.addAttribute("tableVersion", terms.version(CaseTraits.of(hazard)));
        model.addAttribute("seesTables", TableRights.maySee(by));
        model.addAttribute(
                "recurrence", reader.recurrences(List.of(hazard.number()), by).get(hazard.number()));
        model.addAttribute("next", runningClocks.next(hazard.number()));
        var task = cases.openTask(hazard.number().value()).orElse(null);
        model.addAttribute("task", task);
        model.addAttribute("hand", task == null ? null : nextHand.inWords(task, hazard));
        model.addAttribute("isMine", task != null && nextHand.isOf(by, task, hazard));
        model.addAttribute("before", staged(files, Stage.BEFORE));
        model.addAttribute("after", staged(files, Stage.AFTER));
        model.addAttribute("papers", staged(files, Stage.DOCUMENT));
        model.addAttribute("log", log.of(reader.entries(hazard.number())));
        model.addAttribute("isLogUntouched", reader.firstForged(hazard.number()).isEmpty());
        model.addAttribute("notices", noticeLines.of(notices.of(hazard.number().value())));
        decisions.show(hazard, by, model);
        model.addAttribute("mayAdd", reader.worksOn(hazard, by));
        model.addAttribute("me", by);
        return "case";
    }

    /** 整改通知 on one A4 page, room for the seal. */
    @GetMapping("/hazards/{number}/slip")
    String slip(@PathVariable String number, Model model) {
        var hazard = seen(number);
        model.addAttribute("hazard", hazard);
        model.addAttribute("names", names);
        model.addAttribute("before", staged(evidence.of(hazard.number().value()), Stage.BEFORE));
        model.addAttribute(
                "clock",
                runningClocks.of(hazard.number()).stream()
                        .filter(clock -> clock.dueOn().equals(hazard.dueDates().dueOn()))
                        .findFirst()
                        .orElse(null));
        return "slip";
    }

    /** Link target of mails: the present task where it is offered to the reader, else the case; old mails stay useful. */
    @GetMapping("/t/{number}")
    String present(@PathVariable String number) {
        var hazard = seen(number);
        return cases.taskFor(hazard.number().value(), current.get())
                .map(task -> "redirect:/camunda/app/tasklist/default/#/?task=" + task.id())
                .orElse("redirect:/hazards/" + hazard.number());
    }

    private Hazard seen(String text) {
        return HazardNumber.read(text)
                .map(number -> reader.get(number, current.get()))
                .orElseThrow(() -> new NotVisible(text));
    }

    private static List<EvidenceItem> staged(List<EvidenceItem> files, Stage stage) {
        return files.stream().filter(file -> file.stage() == stage).toList();
    }
}
