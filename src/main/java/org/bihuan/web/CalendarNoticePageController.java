package org.bihuan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bihuan.calendar.CalendarKeeping;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 录入放假安排: a file is looked at first, then taken in; the server keeps nothing in between. */
@Controller
class CalendarNoticePageController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int LONGEST_NOTICE = 40_000;

    private final CalendarKeeping keeping;
    private final CalendarDesk desk;
    private final CountyTime time;
    private final MessageSource messages;

    CalendarNoticePageController(CalendarKeeping keeping, CalendarDesk desk, CountyTime time, MessageSource messages) {
        this.keeping = keeping;
        this.desk = desk;
        this.time = time;
        this.messages = messages;
    }

    /** Where somebody lands who loads the page of a file anew. */
    @GetMapping({"/calendar/notice", "/calendar/notice/take-in"})
    String backToTheCalendar() {
        return "redirect:/calendar";
    }

    @PostMapping("/calendar/notice")
    String examine(
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        desk.keeper();
        try {
            var year = year(given);
            if (file == null || file.isEmpty()) {
                throw new InvalidInput("notice", "REQUIRED");
            }
            model.addAttribute("examined", keeping.examine(year, file.getBytes()));
            model.addAttribute("fileName", nameOf(file));
        } catch (InvalidInput refused) {
            model.addAttribute("refusal", refused.problems().get(0).inWords(messages));
        }
        return "calendar-notice";
    }

    @PostMapping("/calendar/notice/take-in")
    String takeIn(@RequestParam Map<String, String> given, Model model, RedirectAttributes told) {
        var by = desk.keeper();
        try {
            var year = year(given);
            var fields = new Fields(given, time.zone());
            var revision = fields.requiredInteger("revision", 0, Integer.MAX_VALUE);
            var notice = fields.requiredText("notice", LONGEST_NOTICE);
            var fileName = fields.text("fileName", 200).orElse("");
            fields.check();
            var days = keeping.takeIn(year, notice, revision, fileName, by.id().value());
            told.addFlashAttribute("takenIn", days);
            return "redirect:/calendar?year=" + year;
        } catch (InvalidInput refused) {
            model.addAttribute("refusal", refused.problems().get(0).inWords(messages));
        } catch (Conflict faster) {
            lookAgain(given, model);
        }
        return "calendar-notice";
    }

    /** Somebody was faster: the same notice is compared with the calendar of now. */
    private void lookAgain(Map<String, String> given, Model model) {
        model.addAttribute(
                "examined",
                keeping.examine(year(given), given.getOrDefault("notice", "").getBytes(StandardCharsets.UTF_8)));
        model.addAttribute("fileName", given.getOrDefault("fileName", ""));
        model.addAttribute("isComparedAnew", true);
    }

    private int year(Map<String, String> given) {
        var fields = new Fields(given, time.zone());
        var year = fields.requiredInteger("year", FIRST_YEAR, LAST_YEAR);
        fields.check();
        return year;
    }

    private static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name.substring(0, Math.min(name.length(), 200));
    }
}
