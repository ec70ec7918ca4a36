package org.bihuan.hazard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.organisation.PersonId;

/**
 * The ledger to write. Every call joins the caller's transaction; nothing is ever deleted. Reading for people, with their
 * rights, is {@link LedgerReader}'s.
 */
public interface HazardLedger {

    /** Takes a hazard in: the number is born here, gap-free per year and grade; status REGISTERED; the first log entry. */
    Hazard register(Registration registration);

    /** Takes many rows of another ledger in, in the order given, a few statements in all. */
    List<Hazard> takeOver(List<Takeover> rows, PersonId by);

    /** @throws org.bihuan.shared.NotVisible when there is none */
    Hazard get(HazardNumber number);

    /** The same, locked until the transaction ends: the first lock of whoever changes a case, everywhere. */
    Hazard lock(HazardNumber number);

    /** Those of the numbers that nobody else holds, locked in number order; for background work. */
    List<Hazard> lockFree(List<HazardNumber> numbers);

    /** Locks every open case in number order until the transaction ends; for what concerns them all at once. */
    void holdOpen();

    /** Takes the mark off the due dates of these cases: nothing about them is estimated any more (6.3). */
    void noLongerEstimated(List<HazardNumber> numbers);

    /**
     * Writes the next state and the entry that says why, as one step.
     *
     * @return the state as saved, with its log's new head
     * @throws org.bihuan.shared.Conflict {@code CASE_CHANGED} when somebody was faster
     */
    Hazard save(Hazard changed, LogEntry why);

    /**
     * Adds entries that change nothing else, to many cases in a few statements.
     *
     * @param held locked by the caller
     * @param notes entries by hazard, in their order; a hazard without any stays as it is
     * @return all of the held in the same order, with the new heads of their logs
     */
    List<Hazard> note(List<Hazard> held, Map<HazardNumber, List<LogEntry>> notes);

    /** Who is told about a case by a rung may read it from then on (design 8). */
    void letRead(Map<HazardNumber, ? extends Collection<PersonId>> readers);

    Optional<Hazard> find(HazardNumber number);

    /** Those of the numbers that the ledger holds, whatever became of them. */
    Set<HazardNumber> known(Collection<HazardNumber> numbers);

    /**
     * Hazards of these enterprises (credit codes) and responsible units (unit codes), found in the days given, both ends
     * included, in the order of their numbers; void and merged ones left out.
     */
    List<Hazard> foundAround(Collection<String> parties, LocalDate from, LocalDate to);

    /** Those of the numbers that exist, in no particular order. */
    List<Hazard> all(Collection<HazardNumber> numbers);
}
