package org.bihuan.rectification.adapter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.rectification.application.NudgeOwner;
import org.bihuan.shared.NotVisible;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pressing for a case by hand. */
@RestController
@Tag(name = "hazards")
class NudgeApi {
    private final NudgeOwner nudgeOwner;
    private final LedgerReader reader;
    private final HazardViews views;
    private final CurrentPerson current;

    NudgeApi(NudgeOwner nudgeOwner, LedgerReader reader, HazardViews views, CurrentPerson current) {
        this.nudgeOwner = nudgeOwner;
        this.reader = reader;
        this.views = views;
        this.current = current;
    }

    @PostMapping("/api/v1/hazards/{number}/nudge")
    @Operation(summary = "Press the owner of the clock that counts, once a case and day (N16)")
    HazardView nudge(@PathVariable String number) {
        var by = current.get();
        var seen = HazardNumber.read(number)
                .filter(found -> reader.maySee(found, by))
                .orElseThrow(() -> new NotVisible(number));
        return views.of(nudgeOwner.perform(seen, by));
    }
}
