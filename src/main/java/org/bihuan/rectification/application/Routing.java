package org.bihuan.rectification.application;

import java.util.Map;
import java.util.Optional;
import org.bihuan.engine.Decisions;
import org.bihuan.hazard.Finding;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which unit follows a case (4.7), by the county's decision table {@code routing}; nobody found means the committee office decides. */
@Component
public class Routing {
    private final Organisation organisation;
    private final Decisions decisions;

    Routing(Organisation organisation, Decisions decisions) {
        this.organisation = organisation;
        this.decisions = decisions;
    }

    /**
     * @param findingUnit unit of the inspector who found it, or the one a ledger names
     * @param responsibleUnit of a public hazard; it never follows its own case (S2)
     */
    public Optional<UnitCode> supervisorOf(
            Finding finding, @Nullable UnitCode findingUnit, @Nullable UnitCode responsibleUnit) {
        var finder = Optional.ofNullable(findingUnit)
                .flatMap(organisation::unit)
                .filter(unit -> organisation.isCompetent(unit, finding.industry(), finding.region()))
                .filter(unit -> !unit.code().equals(responsibleUnit));
        var industry = Optional.ofNullable(finding.industry()).flatMap(organisation::industry);
        var row = decisions.row(
                "routing",
                Map.of(
                        "findingUnitCompetent", finder.isPresent(),
                        "publicHazard", responsibleUnit != null,
                        "grade", finding.grade().name(),
                        "highRisk", industry.map(Industry::highRisk).orElse(false)));
        return candidate(row.get("first"), finding, finder, industry, responsibleUnit)
                .or(() -> candidate(row.get("then"), finding, finder, industry, responsibleUnit));
    }

    private Optional<UnitCode> candidate(
            @Nullable Object name,
            Finding finding,
            Optional<Unit> finder,
            Optional<Industry> industry,
            @Nullable UnitCode responsibleUnit) {
        Optional<UnitCode> unit =
                switch (String.valueOf(name)) {
                    case "FINDING_UNIT" -> finder.map(Unit::code);
                    case "INDUSTRY_UNIT" -> industry.map(Industry::supervisingUnit);
                    case "REGION_OFFICE" ->
                        organisation.officeOf(finding.region()).map(Unit::code);
                    case "NOBODY" -> Optional.empty();
                    default -> throw new IllegalStateException("routing names an unknown unit: " + name);
                };
        return unit.filter(code -> !code.equals(responsibleUnit));
    }
}
