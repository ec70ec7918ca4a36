package org.bihuan.rectification.adapter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.rectification.LedgerFilters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, page by page. */
@RestController
@RequestMapping("/api/v1/hazards")
@Tag(name = "hazards")
class LedgerApi {
    private final LedgerReader reader;
    private final LedgerFilters filters;
    private final HazardViews views;
    private final CurrentPerson current;

    LedgerApi(LedgerReader reader, LedgerFilters filters, HazardViews views, CurrentPerson current) {
        this.reader = reader;
        this.filters = filters;
        this.views = views;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "The ledger by filters",
            description =
                    "status (several by comma), grade, region, industry, enterprise, unit, overdue, foundFrom, foundTo, "
                            + "dueFrom, dueTo, q; sort (registeredAt, dueOn, foundOn, number; - for descending), limit (1-200), after")
    Page list(@RequestParam Map<String, String> parameters) {
        var page = reader.search(filters.read(parameters), current.get());
        return new Page(views.lines(page.items()), page.next(), page.total(), page.totalCapped());
    }

    /** @param next where the next page begins; null on the last */
    record Page(List<HazardView> items, @Nullable String next, long total, boolean totalCapped) {}
}
