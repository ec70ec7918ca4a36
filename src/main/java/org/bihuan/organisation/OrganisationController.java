package org.bihuan.organisation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the registration form offers to choose from. */
@RestController
@RequestMapping("/api/v1/organisation")
@Tag(name = "organisation")
class OrganisationController {
    private static final int LONGEST_TEXT = 120;
    private static final int MOST_ENTERPRISES = 20;

    private final Organisation organisation;
    private final CurrentPerson currentPerson;
    private final CountyTime time;

    OrganisationController(Organisation organisation, CurrentPerson currentPerson, CountyTime time) {
        this.organisation = organisation;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /** A list of the API. */
    record Items<T>(List<T> items) {}

    /** A code with its name. */
    record Named(String code, String name) {}

    /** An enterprise to choose. */
    record EnterpriseItem(String creditCode, String name, Named region, Named industry) {}

    /** A unit to choose. */
    record UnitItem(String code, String name, Unit.Kind kind, Named region) {}

    @GetMapping("/enterprises")
    @Operation(summary = "Enterprises by name, former name or credit code, nearest first, at most 20")
    @Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(type = "string", maxLength = LONGEST_TEXT))
    Items<EnterpriseItem> enterprises(@Parameter(hidden = true) @RequestParam Map<String, String> given) {
        var fields = new Fields(given, time.zone());
        var text = fields.text("q", LONGEST_TEXT).orElse("");
        fields.check();
        return new Items<>(choices(text).stream()
                .map(enterprise -> new EnterpriseItem(
                        enterprise.code().value(),
                        enterprise.name(),
                        region(enterprise.region()),
                        industry(enterprise.industry())))
                .toList());
    }

    @GetMapping("/units")
    @Operation(summary = "All units of the county")
    Items<UnitItem> units() {
        return new Items<>(organisation.units().stream()
                .map(unit -> new UnitItem(unit.code().value(), unit.name(), unit.kind(), region(unit.region())))
                .toList());
    }

    /** People of an enterprise see their own, an expert none but on the case he is named for (domain 7.1). */
    private List<Enterprise> choices(String text) {
        var person = currentPerson.get();
        if (person.roles().equals(Set.of(Role.EXPERT))) {
            return List.of();
        }
        var own = person.enterprise();
        return own == null
                ? organisation.enterprisesMatching(text, MOST_ENTERPRISES)
                : organisation.enterprisesMatching(text, Integer.MAX_VALUE).stream()
                        .filter(enterprise -> enterprise.code().equals(own))
                        .toList();
    }

    private Named region(String code) {
        return new Named(code, organisation.region(code).map(Region::name).orElse(code));
    }

    private Named industry(String code) {
        return new Named(code, organisation.industry(code).map(Industry::name).orElse(code));
    }
}
