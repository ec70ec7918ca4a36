package org.bihuan.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stands in for whom (N8): the substitute named for the day; where he is away himself, has left or changed the unit, the leaders of the
 * unit (of an enterprise its principal), and behind them, for the work of a unit, the committee office (N10). Nobody further: a substitute's
 * substitute never counts, so it cannot go round in a circle. Answers follow a change as {@link Organisation} does.
 */
public interface StandIns {

    /**
     * Somebody who is away, and who is there instead.
     *
     * @param workers who does the work, the named substitute alone or all superiors who are there; empty where the work waits for the
     *     person, because an enterprise's own work never leaves it
     * @param readers who reads the mail; as workers, else the committee office, else the county's leaders; the first of them answers
     *     for it
     */
    record Absence(PersonId person, List<PersonId> workers, List<PersonId> readers) {}

    /** Everybody who is away at the moment, by person. */
    Map<PersonId, Absence> absences(Instant at);

    /**
     * In whose hands work must lie now that lies with somebody who does not do it: who is away, or has left for good (P8) and is followed by
     * the superiors who are there. Nobody stands here for whom nobody works.
     */
    Map<PersonId, List<PersonId>> workers();

    /** The same for one person; empty where the work stays with him. */
    List<PersonId> workersFor(PersonId person);

    /** Who was away while the person did the work at the moment; empty for most people at most times. */
    Set<PersonId> representedBy(PersonId person, Instant at);

    /** As whom a person counts now by the rules of four eyes (S9): himself and everybody he stands in for. */
    Set<PersonId> actingAs(PersonId person);

    /** As whom what a person did on a day counts: himself and everybody he stood in for at any time of it. */
    Set<PersonId> actedAs(PersonId person, LocalDate day);

    /** The person with the roles that he needs now for the work of those he stands in for. */
    Person acting(Person person);
}
