package org.bihuan.organisation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who stands in for a person, over the API. */
@RestController
@RequestMapping("/api/v1/people/{id}/substitutes")
@Tag(name = "people")
class SubstituteApi {
    private final SubstituteDesk desk;
    private final CurrentPerson current;
    private final CountyTime time;

    SubstituteApi(SubstituteDesk desk, CurrentPerson current, CountyTime time) {
        this.desk = desk;
        this.current = current;
        this.time = time;
    }

    /**
     * @param items present and future periods
     * @param past over, cut short or given up
     */
    record PlanView(List<PeriodView> items, List<PeriodView> past, int revision) {
        static PlanView of(SubstituteDesk.Plan plan) {
            return new PlanView(
                    plan.items().stream().map(PeriodView::of).toList(),
                    plan.past().stream().map(PeriodView::of).toList(),
                    plan.revision());
        }
    }

    /** @param to the last day, included */
    record PeriodView(
            String substitute,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Instant endedAt) {
        static PeriodView of(SubstituteDesk.Period period) {
            return new PeriodView(
                    period.substitute().id().value(),
                    period.substitute().name(),
                    period.from(),
                    period.to(),
                    period.endedAt());
        }
    }

    @GetMapping
    @Operation(summary = "Who stands in for the person, and when (N8)")
    PlanView get(@PathVariable String id) {
        return PlanView.of(desk.plan(id, current.get()));
    }

    @PutMapping
    @Operation(
            summary =
                    "The whole plan of present and future periods; revision as answered by GET guards against overwriting")
    PlanView put(@PathVariable String id, @RequestBody Map<String, Object> body) {
        var by = current.get();
        desk.plan(id, by); // whose plan it is comes before what is said
        var fields = new Fields(body, time.zone());
        var revision = fields.integer("revision", 0, Integer.MAX_VALUE).orElse(null);
        var items = fields.items("items");
        fields.check();
        return PlanView.of(desk.put(id, items, revision, by));
    }
}
