package org.bihuan.web;

import java.util.List;
import java.util.Locale;
import org.bihuan.deadline.ClockView;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's tab 案卷 shows of one case: where it stands, whose clock runs, what happens next and when (N15). */
@RestController
class CaseTabController {
    private final Cases cases;
    private final LedgerReader reader;
    private final TaskFormsCases sheets;
    private final CaseNames names;
    private final TimeLeft timeLeft;
    private final MessageSource messages;
    private final CurrentPerson current;

    CaseTabController(
            Cases cases,
            LedgerReader reader,
            TaskFormsCases sheets,
            CaseNames names,
            TimeLeft timeLeft,
            MessageSource messages,
            CurrentPerson current) {
        this.cases = cases;
        this.reader = reader;
        this.sheets = sheets;
        this.names = names;
        this.timeLeft = timeLeft;
        this.messages = messages;
        this.current = current;
    }

    /** The case of a task that the engine lets the person see; else as if there were none. */
    @GetMapping("/app-api/case-tab")
    CaseTab tab(@RequestParam String task) {
        var person = current.get();
        var found = cases.taskInCase(task, person).orElseThrow(() -> new NotVisible("task of a tab"));
        var sheet = sheets.of(reader.get(HazardNumber.of(found.businessKey()), person));
        var hazard = sheet.hazard();
        var clock = sheet.clock();
        return new CaseTab(
                sheet.number(),
                say("grade." + sheet.grade()),
                say("task." + found.key()),
                hazard.round(),
                sheet.responsible(),
                sheet.responsiblePerson(),
                sheet.supervisor(),
                sheet.region() + " " + hazard.finding().location(),
                hazard.finding().description(),
                hazard.responsibility().requirement(),
                dueOn(hazard.dueDates()),
                clock == null ? null : clock(clock),
                sheet.next());
    }

    private Clock clock(ClockView clock) {
        return new Clock(
                say("clock." + clock.kind()),
                names.owner(clock.owner()),
                clock.state().name(),
                timeLeft.of(clock),
                timeLeft.day(clock.dueOn(), clock.estimated()),
                clock.explanation());
    }

    private @Nullable String dueOn(DueDates dates) {
        return dates.dueOn() == null ? null : timeLeft.day(dates.dueOn(), dates.estimated());
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /**
     * A case in names and words.
     *
     * @param task name of the present step
     * @param dueOn of the rectification, whatever clock counts now; marked where it is estimated
     * @param clock the one that counts first; absent during review
     * @param next if nobody does anything, in the order of days
     */
    record CaseTab(
            String number,
            String grade,
            String task,
            int round,
            String responsible,
            String responsiblePerson,
            String supervisor,
            String place,
            String description,
            @Nullable String requirement,
            @Nullable String dueOn,
            @Nullable Clock clock,
            List<TaskFormsCase.Next> next) {}

    /** @param left how many days are left, in words */
    record Clock(String kind, String owner, String state, String left, String dueOn, String explanation) {}
}
