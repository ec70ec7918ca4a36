package org.bihuan.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The county's master data to read. Answers come from memory and follow a change within seconds on every node, at once on
 * the node that made it.
 */
public interface Organisation {
    Optional<Person> person(PersonId id);

    Optional<Unit> unit(UnitCode code);

    Optional<Enterprise> enterprise(CreditCode code);

    /**
     * By the present or a former name, compared after NFKC and without white space; a present name counts before a former one.
     * Empty if no enterprise has it, or several: a name is never guessed.
     */
    Optional<Enterprise> enterpriseNamed(String name);

    /**
     * Finds while a person types: every word must occur in the name, a former name or the credit code; two Chinese characters
     * are enough. Nearest first; an empty text finds all, by name.
     */
    List<Enterprise> enterprisesMatching(String text, int atMost);

    Optional<Region> region(String code);

    Optional<Industry> industry(String code);

    /** The county itself: the region of kind COUNTY. */
    Region county();

    List<Region> regions();

    List<Unit> units();

    List<Industry> industries();

    List<Enterprise> enterprises();

    List<Person> people();

    /** Other names of units found in ledgers: alias to unit; one alias names one unit. */
    Map<String, UnitCode> unitAliases();

    /** Active people of the unit who hold any of the roles; empty if nobody does. */
    List<Person> peopleOf(UnitCode unit, Set<Role> roles);

    /** Active people of the enterprise, principal and safety officers. */
    List<Person> peopleOf(CreditCode enterprise);

    /** Active holders of a role anywhere in the county. */
    List<Person> holdersOf(Role role);

    /** The town or zone office of a region; empty for the county itself. */
    Optional<Unit> officeOf(String region);

    /**
     * Whether a unit may follow hazards of this trade in this region: a town or zone all trades of its region, any other
     * its industries in the whole county. Never the committee office, which coordinates (domain 4.7).
     *
     * @param industry null where the hazard has none
     */
    boolean isCompetent(Unit unit, @Nullable String industry, String region);
}
