package org.bihuan.rectification.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.decisions.DifferenceCount;
import org.bihuan.decisions.Differences;
import org.bihuan.decisions.Domain;
import org.bihuan.decisions.TableContract;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What {@code routing.dmn} may say, and whom open cases would have been given to by a changed one. */
@Component
class RoutingContract implements TableContract {
    private static final List<String> CANDIDATES = List.of("FINDING_UNIT", "INDUSTRY_UNIT", "REGION_OFFICE", "NOBODY");

    private final Organisation organisation;
    private final EveryOpenCase cases;
    private final MessageSource messages;

    RoutingContract(Organisation organisation, EveryOpenCase cases, MessageSource messages) {
        this.organisation = organisation;
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public String decision() {
        return "routing";
    }

    @Override
    public Map<String, Domain> inputs() {
        return Map.of(
                "findingUnitCompetent", new Domain.Truth(),
                "publicHazard", new Domain.Truth(),
                "grade", Domain.Words.of("grade.", Grade.values()),
                "highRisk", new Domain.Truth());
    }

    @Override
    public Map<String, Domain> outputs() {
        var candidates = new Domain.Words("routing.", CANDIDATES);
        return Map.of("first", candidates, "then", candidates);
    }

    /** Compared is what both tables say of a case, not what a person decided of it meanwhile. */
    @Override
    public Differences differences(Change change) {
        var before = new Routing(organisation, change.inForce());
        var after = new Routing(organisation, change.changed());
        var count = new DifferenceCount();
        cases.forEach(hazard -> {
            var old = supervisor(before, hazard);
            var changed = supervisor(after, hazard);
            if (!old.equals(changed)) {
                count.add(new Differences.Line(hazard.number().value(), word("routing.supervisor"), old, changed));
            }
        });
        return count.all();
    }

    private String supervisor(Routing routing, Hazard hazard) {
        return routing.supervisorOf(
                        hazard.finding(),
                        hazard.origin().findingUnit(),
                        hazard.responsibility().responsibleUnit())
                .map(this::name)
                .orElseGet(() -> word("routing.NOBODY"));
    }

    private String name(UnitCode code) {
        return organisation.unit(code).map(Unit::name).orElse(code.value());
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
