package org.bihuan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerPage;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.rectification.LedgerFilters;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 隐患台账: search and filters over what the reader may see, the same filters as the API and the export. */
@Controller
class LedgerPageController {
    private static final Set<String> ALWAYS_SHOWN = Set.of("q", "status", "after");

    private final LedgerReader reader;
    private final LedgerFilters filters;
    private final RunningClocks runningClocks;
    private final Organisation organisation;
    private final CaseNames names;
    private final CurrentPerson current;
    private final MessageSource messages;

    LedgerPageController(
            LedgerReader reader,
            LedgerFilters filters,
            RunningClocks runningClocks,
            Organisation organisation,
            CaseNames names,
            CurrentPerson current,
            MessageSource messages) {
        this.reader = reader;
        this.filters = filters;
        this.runningClocks = runningClocks;
        this.organisation = organisation;
        this.names = names;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/ledger")
    String ledger(@RequestParam Map<String, String> asked, Model model) {
        LedgerPage page = new LedgerPage(List.of(), null, 0, false);
        List<String> problems = List.of();
        try {
            page = reader.search(filters.read(asked), current.get());
        } catch (InvalidInput wrongFilters) {
            problems = wrongFilters.problems().stream()
                    .map(problem -> problem.inWords(messages))
                    .toList();
        }
        var clocks = runningClocks.present(page.items());
        var recurrences =
                reader.recurrences(page.items().stream().map(Hazard::number).toList(), current.get());
        model.addAttribute("page", page);
        model.addAttribute(
                "lines",
                page.items().stream()
                        .map(hazard -> new Line(
                                hazard,
                                names.responsible(hazard),
                                names.region(hazard),
                                names.supervisor(hazard),
                                clocks.get(hazard.number()),
                                recurrences.get(hazard.number())))
                        .toList());
        model.addAttribute("problems", problems);
        model.addAttribute("asked", asked);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("regions", organisation.regions());
        model.addAttribute("industries", organisation.industries());
        model.addAttribute("units", organisation.units());
        model.addAttribute("nextPage", page.next() == null ? null : address("/ledger", asked, page.next()));
        model.addAttribute("export", address("/api/v1/hazards.xlsx", asked, null));
        model.addAttribute("isFiltered", asked.values().stream().anyMatch(value -> !value.isBlank()));
        model.addAttribute(
                "hasMore",
                asked.entrySet().stream()
                        .anyMatch(filter -> !ALWAYS_SHOWN.contains(filter.getKey())
                                && !filter.getValue().isBlank()));
        return "ledger";
    }

    /** The old number typed into the search box opens its case at once. */
    @GetMapping(path = "/ledger", params = "q")
    String search(@RequestParam Map<String, String> asked, Model model) {
        var number = HazardNumber.read(asked.getOrDefault("q", ""));
        if (number.isPresent() && reader.maySee(number.get(), current.get())) {
            return "redirect:/hazards/" + number.get();
        }
        return ledger(asked, model);
    }

    private static String address(String path, Map<String, String> asked, @Nullable String after) {
        var kept = new LinkedHashMap<>(asked);
        kept.remove("after");
        kept.values().removeIf(String::isBlank);
        if (after != null) {
            kept.put("after", after);
        }
        var builder = UriComponentsBuilder.fromPath(path);
        kept.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(kept).toUriString();
    }

    /**
     * @param clock the clock that counts first; null while none runs
     * @param recurs the closed case that it brings back, if any
     */
    record Line(
            Hazard hazard,
            String responsible,
            String region,
            String supervisor,
            @Nullable ClockView clock,
            @Nullable HazardNumber recurs) {}
}
