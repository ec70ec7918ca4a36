package org.bihuan.rectification.adapter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.rectification.SimilarCases;

/**
 * A hazard as its registrant gets it back.
 *
 * @param similar cases that may be the same hazard, or that it brings back (T1, domain 4.7); only what the registrant may see
 */
record RegisteredView(@JsonUnwrapped HazardView hazard, List<SimilarView> similar) {

    /** @param recurring closed: the registered hazard is that of this case come back */
    record SimilarView(
            String number, String status, LocalDate foundOn, String location, String description, boolean recurring) {
        static SimilarView of(SimilarCases.Similar found) {
            var hazard = found.hazard();
            return new SimilarView(
                    found.number(),
                    hazard.status().name(),
                    hazard.origin().foundOn(),
                    hazard.finding().location(),
                    hazard.finding().description(),
                    found.recurring());
        }
    }
}
