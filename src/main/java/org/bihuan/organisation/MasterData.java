package org.bihuan.organisation;

import java.util.List;
import java.util.Map;

/**
 * Takes master data in, all or nothing and idempotent: what is there is brought up to date, what is missing from the lists
 * stays. Announces {@link PeopleChanged} in the same transaction.
 */
public interface MasterData {
    void takeIn(
            List<Region> regions,
            List<Unit> units,
            Map<String, UnitCode> unitAliases,
            List<Industry> industries,
            List<Enterprise> enterprises,
            List<Person> people);
}
