package org.bihuan.rectification.adapter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.rectification.application.NudgeOwner;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pressing for a case by hand. */
@RestController
@Tag(name = "hazards")
class NudgeApi {
    private final NudgeOwner nudgeOwner;
    private final VisibleHazards visible;
    private final HazardViews views;
    private final CurrentPerson current;

    NudgeApi(NudgeOwner nudgeOwner, VisibleHazards visible, HazardViews views, CurrentPerson current) {
        this.nudgeOwner = nudgeOwner;
        this.visible = visible;
        this.views = views;
        this.current = current;
    }

    @PostMapping("/api/v1/hazards/{number}/nudge")
    @Operation(summary = "Press the owner of the clock that counts, once a case and day (N16)")
    HazardView nudge(@PathVariable String number) {
        var by = current.get();
        return views.of(nudgeOwner.perform(visible.named(number), by));
    }
}
