package org.bihuan.hazard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of criteria. It proposes, a person decides: nothing here ever grades a hazard (domain 11). */
public interface Criteria {
    /** Every edition, ended ones included, by code. */
    List<Criterion> all();

    /** The entry of that code, whether in force or not. */
    Optional<Criterion> byCode(String code);

    /** The entry of that code if it was in force on the day, both ends included. */
    Optional<Criterion> inForce(String code, LocalDate on);

    /**
     * Entries in force on the day that share words with what was typed, most in common first; a description of the hazard does
     * as well. Two Chinese characters are enough; without any words all entries of the trade, by code.
     *
     * @param industry code of the trade; null for all trades
     */
    List<Criterion> candidates(@Nullable String industry, String words, LocalDate on, int atMost);
}
