package org.bihuan.engine;

import java.time.LocalDate;
import java.util.Optional;
import org.bihuan.organisation.Person;

/**
 * What a person sent with a form, whether through Tasklist, Camunda's web API or our own. Texts are stripped of surrounding
 * white space and control characters (line breaks stay); empty counts as absent. Only the fields asked for are read; all
 * else is dropped.
 *
 * <p>Every reader throws {@link org.bihuan.shared.InvalidInput} naming the field: wrong type, too long, not a day, not a
 * whole number, not one of the choices.
 */
public interface Submission {
    /** The hazard number; empty for a start form. */
    String businessKey();

    Person by();

    Optional<String> text(String field, int maxLength);

    /** @throws org.bihuan.shared.InvalidInput REQUIRED when absent */
    String requiredText(String field, int maxLength);

    /** {@code yyyy-MM-dd}, or a date of the engine's own, read in county time. */
    Optional<LocalDate> day(String field);

    LocalDate requiredDay(String field);

    /** Zero or more; a whole number as text or as a number of the engine's own. */
    Optional<Long> wholeNumber(String field);

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> choices);

    <E extends Enum<E>> E requiredChoice(String field, Class<E> choices);

    /** Tells the gateways one outcome: the only variable that outlives the form. */
    void tell(String outcomeVariable, Enum<?> outcome);
}
