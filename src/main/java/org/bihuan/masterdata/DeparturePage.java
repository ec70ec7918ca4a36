package org.bihuan.masterdata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Role;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 离岗与调动: what is open with a person, who takes it over, and then the account is closed or moved. */
@Controller
@RequestMapping("/admin/master-data/users")
class DeparturePage {
    private final Departures departures;
    private final UserTable users;
    private final CurrentPerson current;
    private final CountyTime time;
    private final MessageSource words;

    DeparturePage(Departures departures, UserTable users, CurrentPerson current, CountyTime time, MessageSource words) {
        this.departures = departures;
        this.users = users;
        this.current = current;
        this.time = time;
        this.words = words;
    }

    /** How much of one kind. */
    record Count(String name, int number) {}

    /** A role to choose. */
    record Choice(String code, String name) {}

    @GetMapping("/departure")
    String show(@RequestParam String key, Model model) {
        return page(key, Map.of(), Map.of(), null, model);
    }

    @PostMapping("/departure")
    String perform(
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> given,
            Model model,
            RedirectAttributes told) {
        departures.preview(key, current.get());
        Map<String, Object> body = new HashMap<>(given.toSingleValueMap());
        body.put("roles", given.getOrDefault("roles", List.of()));
        if (!"MOVE".equals(given.getFirst("what"))) {
            body.keySet().removeAll(List.of("unitOrEnterprise", "roles"));
        }
        body.remove("userId");
        var problems = new HashMap<String, String>();
        String refusal = null;
        try {
            var fields = new Fields(body, time.zone());
            var wish = DepartureApi.wish(body, fields, users);
            fields.check();
            departures.perform(key, wish, current.get());
            told.addFlashAttribute("saved", true);
            told.addAttribute("key", key);
            return "redirect:/admin/master-data/users/one";
        } catch (InvalidInput refused) {
            refused.problems()
                    .forEach(problem -> problems.merge(problem.field(), problem.inWords(words), String::concat));
        } catch (BusinessRuleViolated rule) {
            refusal = words.getMessage(rule.messageKey(), rule.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
        }
        return page(key, given.toSingleValueMap(), problems, refusal, model);
    }

    @PostMapping("/return")
    String takeBack(@RequestParam String key, RedirectAttributes told) {
        departures.takeBack(key, current.get());
        told.addFlashAttribute("saved", true);
        told.addAttribute("key", key);
        return "redirect:/admin/master-data/users/one";
    }

    private String page(
            String key,
            Map<String, String> given,
            Map<String, String> problems,
            @Nullable String refusal,
            Model model) {
        var preview = departures.preview(key, current.get());
        model.addAttribute("person", preview.person());
        model.addAttribute("key", key);
        model.addAttribute("responsible", preview.open().responsible());
        model.addAttribute("tasks", counts(preview.open().tasks()));
        model.addAttribute(
                "withoutOthers",
                preview.open().withoutOthers().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        model.addAttribute("substitutions", preview.substitutions());
        model.addAttribute("successors", preview.successors());
        model.addAttribute("given", given);
        model.addAttribute("problems", problems);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "roles",
                List.of(Role.values()).stream()
                        .map(role -> new Choice(
                                role.name(),
                                say("word.users.roles." + role.name()).split(";", -1)[0]))
                        .toList());
        return "master-data-departure";
    }

    private List<Count> counts(Map<String, Integer> tasks) {
        return tasks.entrySet().stream()
                .map(task -> new Count(say("task." + task.getKey()), task.getValue()))
                .toList();
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
