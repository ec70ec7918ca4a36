package org.bihuan.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's cards show of their cases: one call a page, days left counted afresh, never stored. */
@RestController
class CardsController {
    private static final int AT_MOST = 200;

    private final Cases cases;
    private final HazardLedger ledger;
    private final RunningClocks runningClocks;
    private final CaseNames names;
    private final TimeLeft timeLeft;
    private final CurrentPerson current;
    private final MessageSource messages;

    CardsController(
            Cases cases,
            HazardLedger ledger,
            RunningClocks runningClocks,
            CaseNames names,
            TimeLeft timeLeft,
            CurrentPerson current,
            MessageSource messages) {
        this.cases = cases;
        this.ledger = ledger;
        this.runningClocks = runningClocks;
        this.names = names;
        this.timeLeft = timeLeft;
        this.current = current;
        this.messages = messages;
    }

    /** Cards by task id; tasks that the engine does not let the person see are left out. */
    @GetMapping("/app-api/cards")
    Map<String, Card> cards(@RequestParam String ids) {
        var asked = Arrays.stream(ids.split(",", -1)).limit(AT_MOST).toList();
        var tasks = cases.tasksInCases(asked, current.get());
        var hazards = ledger
                .all(tasks.values().stream()
                        .map(task -> HazardNumber.of(task.businessKey()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(hazard -> hazard.number().value(), Function.identity()));
        var clocks = runningClocks.present(hazards.values());
        var cards = new HashMap<String, Card>();
        tasks.forEach((id, task) -> {
            var hazard = hazards.get(task.businessKey());
            if (hazard != null) {
                cards.put(id, card(hazard, clocks.get(hazard.number())));
            }
        });
        return cards;
    }

    private Card card(Hazard hazard, @Nullable ClockView clock) {
        var grade = hazard.finding().grade();
        return new Card(
                hazard.number().value(),
                names.responsible(hazard),
                grade.name(),
                say("grade." + grade),
                clock == null ? say("card.noClock") : left(clock),
                clock == null ? "NONE" : clock.state().name());
    }

    private String left(ClockView clock) {
        return clock.estimated() ? timeLeft.of(clock) + say("card.estimated") : timeLeft.of(clock);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** @param label how many days are left, in words; {@code state} of the clock, or NONE */
    record Card(String number, String enterprise, String grade, String gradeName, String label, String state) {}
}
