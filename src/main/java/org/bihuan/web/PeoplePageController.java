package org.bihuan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.SubstituteDesk;
import org.bihuan.organisation.SubstituteDesk.Plan;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 代办安排: who stands in for a person, for the person himself and his superior (N8). */
@Controller
class PeoplePageController {
    private static final List<String> PARTS = List.of("substitute", "from", "to");
    /** More rows than a plan may have are refused by the desk; more than these are no page of ours. */
    private static final int MOST_ROWS = 50;

    private final SubstituteDesk desk;
    private final CurrentPerson current;
    private final CountyTime time;
    private final MessageSource messages;

    PeoplePageController(SubstituteDesk desk, CurrentPerson current, CountyTime time, MessageSource messages) {
        this.desk = desk;
        this.current = current;
        this.time = time;
        this.messages = messages;
    }

    @GetMapping("/people/{id}")
    String show(@PathVariable String id, Model model) {
        var plan = desk.plan(id, current.get());
        return page(plan, rows(plan), plan.revision(), model);
    }

    @PostMapping("/people/{id}")
    String save(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            Model model,
            RedirectAttributes told) {
        var by = current.get();
        var plan = desk.plan(id, by);
        var rows = given(given);
        var revision = plan.revision();
        try {
            var fields = new Fields(given.toSingleValueMap(), time.zone());
            revision = fields.requiredInteger("revision", 0, Integer.MAX_VALUE);
            fields.check();
            desk.put(id, rows, revision, by);
            told.addFlashAttribute("saved", true);
            return "redirect:/people/" + plan.person().id();
        } catch (InvalidInput refused) {
            model.addAttribute(
                    "refusals",
                    refused.problems().stream().map(this::inWords).distinct().toList());
        } catch (Conflict faster) {
            model.addAttribute(
                    "refusals",
                    List.of(messages.getMessage("conflict." + faster.code(), null, Locale.SIMPLIFIED_CHINESE)));
            return page(plan, rows(plan), plan.revision(), model);
        }
        return page(plan, rows, revision, model);
    }

    private String page(Plan plan, List<Map<String, Object>> rows, int revision, Model model) {
        var all = new ArrayList<Map<String, Object>>(rows);
        all.add(Map.of("substitute", "", "from", "", "to", "")); // one more to fill in
        var reader = current.get();
        model.addAttribute("plan", plan);
        model.addAttribute("rows", all);
        model.addAttribute("revision", revision);
        model.addAttribute("choices", desk.choicesFor(plan.person()));
        model.addAttribute("isOwn", plan.person().id().equals(reader.id()));
        model.addAttribute("people", desk.peopleOf(reader));
        model.addAttribute("today", time.today());
        return "people";
    }

    private static List<Map<String, Object>> rows(Plan plan) {
        return plan.items().stream()
                .map(item -> Map.<String, Object>of(
                        "substitute", item.substitute().id().value(),
                        "from", item.from().toString(),
                        "to", item.to().toString()))
                .toList();
    }

    /** The rows of the form; one that is left or made empty is none. */
    private static List<Map<String, Object>> given(MultiValueMap<String, String> given) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < MOST_ROWS; at++) {
            Map<String, Object> row = new HashMap<>();
            for (var part : PARTS) {
                var values = given.getOrDefault(part, List.of());
                row.put(part, at < values.size() ? values.get(at) : "");
            }
            if (row.values().stream().anyMatch(value -> !value.toString().isBlank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Names the row where there are several. */
    private String inWords(InvalidInput.Problem problem) {
        var field = problem.field();
        var open = field.indexOf('[');
        return open < 0
                ? problem.inWords(messages)
                : messages.getMessage(
                        "people.row",
                        new Object[] {
                            Integer.parseInt(field.substring(open + 1, field.indexOf(']'))) + 1,
                            problem.inWords(messages)
                        },
                        Locale.SIMPLIFIED_CHINESE);
    }
}
