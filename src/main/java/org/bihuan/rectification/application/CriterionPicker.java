package org.bihuan.rectification.application;

import java.time.LocalDate;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Criterion;
import org.bihuan.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** A case keeps a copy of the clause as valid on the day of discovery (domain 11); a clause typed by hand stands as typed. */
@Component
class CriterionPicker {
    private final Criteria criteria;

    CriterionPicker(Criteria criteria) {
        this.criteria = criteria;
    }

    /**
     * @param codeOrText a code of the catalogue, or a clause in a person's own words
     * @throws InvalidInput field {@code criterion}, when the catalogue's entry was not in force on the day
     */
    String copyOf(String codeOrText, LocalDate foundOn) {
        return criteria.byCode(codeOrText)
                .map(entry -> copyInForce(entry, foundOn))
                .orElse(codeOrText);
    }

    private static String copyInForce(Criterion entry, LocalDate foundOn) {
        if (!entry.isInForceOn(foundOn)) {
            throw new InvalidInput("criterion", "NOT_IN_FORCE", foundOn);
        }
        return entry.copyForTheCase();
    }
}
