package org.bihuan.hazard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.organisation.Person;

/** The ledger to read, with the rights of the reader (design 8): what one may not see does not exist. */
public interface LedgerReader {

    /** @throws org.bihuan.shared.NotVisible when unknown or not visible */
    Hazard get(HazardNumber number, Person reader);

    boolean maySee(HazardNumber number, Person reader);

    /** Those of the hazards that the reader may see, in the order of their numbers. */
    List<Hazard> visible(Collection<HazardNumber> numbers, Person reader);

    /** Whether the person works on the case and may add to it: responsible, supervising or finding side, committee office. */
    boolean worksOn(Hazard hazard, Person person);

    /** A page of entries, and a count that stops at 10,000. */
    LedgerPage search(LedgerQuery query, Person reader);

    /** All entries of a query in its order, from one cursor; close the stream. Runs in the caller's transaction. */
    Stream<LedgerLine> stream(LedgerQuery query, Person reader);

    /** The case log in ascending order. */
    List<WrittenEntry> entries(HazardNumber number);

    /** First entry whose hash does not fit, if any: the proof that nobody has touched the log (P7). */
    Optional<WrittenEntry> firstForged(HazardNumber number);

    Particulars particulars(HazardNumber number);

    /** Of which closed case each of these is the recurrence (domain 4.7), as found when it was registered; mostly absent. */
    Map<HazardNumber, HazardNumber> recurrences(Collection<HazardNumber> numbers, Person reader);
}
