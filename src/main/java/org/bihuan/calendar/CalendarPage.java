package org.bihuan.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作日历: the notices of a year, and a small form that counts. */
@Controller
class CalendarPage {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    private final NoticedCalendar calendar;
    private final CalendarQuestions questions;
    private final CountInWords inWords;
    private final CountyTime time;
    private final MessageSource words;

    CalendarPage(
            NoticedCalendar calendar,
            CalendarQuestions questions,
            CountInWords inWords,
            CountyTime time,
            MessageSource words) {
        this.calendar = calendar;
        this.questions = questions;
        this.inWords = inWords;
        this.time = time;
        this.words = words;
    }

    @GetMapping("/calendar")
    String show(@RequestParam Map<String, String> given, Model model) {
        var problems = new HashMap<String, String>();
        int year = year(given, problems);
        var workingDays = calendar.workingDays();
        model.addAttribute("year", year);
        model.addAttribute("years", years(workingDays, year));
        model.addAttribute("known", workingDays.isKnown(year));
        model.addAttribute("lines", lines(workingDays, year));
        model.addAttribute("months", months(workingDays, year));
        model.addAttribute("today", time.today());
        model.addAttribute("given", given);
        model.addAttribute("due", due(given, problems));
        model.addAttribute("problems", problems);
        return "calendar";
    }

    private int year(Map<String, String> given, Map<String, String> problems) {
        var fields = new Fields(given, time.zone());
        try {
            var year = fields.integer("year", FIRST_YEAR, LAST_YEAR);
            fields.check();
            return year.orElseGet(() -> time.today().getYear());
        } catch (InvalidInput refused) {
            problems.putAll(inWords(refused));
            return time.today().getYear();
        }
    }

    /** Null until the form has been sent, or when it cannot be answered. */
    private @Nullable DueDay due(Map<String, String> given, Map<String, String> problems) {
        if (!given.containsKey("from")) {
            return null;
        }
        try {
            return questions.due(new Fields(given, time.zone()));
        } catch (InvalidInput refused) {
            problems.putAll(inWords(refused));
            return null;
        }
    }

    private Map<String, String> inWords(InvalidInput refused) {
        return refused.problems().stream()
                .collect(toMap(InvalidInput.Problem::field, problem -> problem.inWords(words), (first, next) -> first));
    }

    private List<CalendarKeeping.Line> lines(NoticedWorkingDays workingDays, int year) {
        return workingDays.stretchesOf(year).stream()
                .map(stretch -> CalendarKeeper.line(stretch, year, inWords))
                .toList();
    }

    /** Working days of January to December. */
    private static List<Integer> months(NoticedWorkingDays workingDays, int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> workingDays.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth()))
                .toList();
    }

    private Set<Integer> years(NoticedWorkingDays workingDays, int shown) {
        var years = new TreeSet<>(workingDays.knownYears());
        years.add(shown);
        years.add(time.today().getYear());
        return years;
    }
}
