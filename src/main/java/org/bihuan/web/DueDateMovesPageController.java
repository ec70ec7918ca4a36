package org.bihuan.web;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bihuan.deadline.CalendarMoves.Waiting;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.rectification.DueDateCorrections;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 按新日历顺延期限: which due dates a notice has put on a later day, old and new, and the one confirmation. */
@Controller
class DueDateMovesPageController {
    private static final int SHOWN = 100;

    private final DueDateCorrections corrections;
    private final CalendarDesk desk;
    private final HazardLedger ledger;
    private final CaseNames names;
    private final CountyTime time;

    DueDateMovesPageController(
            DueDateCorrections corrections, CalendarDesk desk, HazardLedger ledger, CaseNames names, CountyTime time) {
        this.corrections = corrections;
        this.desk = desk;
        this.ledger = ledger;
        this.names = names;
        this.time = time;
    }

    @GetMapping("/calendar/due-dates")
    String list(@RequestParam Map<String, String> given, Model model) {
        desk.mover();
        var total = corrections.waiting();
        var pages = Math.max(1, (total + SHOWN - 1) / SHOWN);
        var page = Math.min(page(given), pages);
        model.addAttribute("total", total);
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute("lines", lines(corrections.waiting(page - 1, SHOWN)));
        return "calendar-due-dates";
    }

    @PostMapping("/calendar/due-dates")
    String confirm(RedirectAttributes told) {
        told.addFlashAttribute("moved", corrections.confirm(desk.mover()));
        return "redirect:/calendar/due-dates";
    }

    private List<Line> lines(List<Waiting> waiting) {
        var hazards = ledger
                .all(waiting.stream().map(Waiting::hazard).distinct().toList())
                .stream()
                .collect(toMap(Hazard::number, Function.identity()));
        return waiting.stream()
                .map(move -> {
                    var hazard = Objects.requireNonNull(hazards.get(move.hazard()));
                    return new Line(move, hazard, names.responsible(hazard));
                })
                .toList();
    }

    private int page(Map<String, String> given) {
        try {
            var fields = new Fields(given, time.zone());
            var page = fields.integer("page", 1, 1_000_000);
            fields.check();
            return page.orElse(1);
        } catch (InvalidInput notAPage) {
            return 1;
        }
    }

    /** One due date that waits. */
    record Line(Waiting move, Hazard hazard, String responsible) {}
}
