package org.bihuan.rectification.application;

import java.util.function.Consumer;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.OpenHazards;
import org.springframework.stereotype.Component;

/** Walks over all open cases in the order of their numbers, a page of them at a time. */
@Component
class EveryOpenCase {
    private static final int PAGE = 1_000;

    private final OpenHazards hazards;

    EveryOpenCase(OpenHazards hazards) {
        this.hazards = hazards;
    }

    void forEach(Consumer<Hazard> each) {
        for (var page = hazards.after("", PAGE); !page.isEmpty(); ) {
            page.forEach(each);
            page = hazards.after(page.get(page.size() - 1).number().value(), PAGE);
        }
    }
}
