package org.bihuan.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.Terms;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.Registrars;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the registration form offers this person to choose from. */
@Component
class TaskFormsRegistration {
    private final Organisation organisation;
    private final Terms terms;
    private final CountyTime time;

    TaskFormsRegistration(Organisation organisation, Terms terms, CountyTime time) {
        this.organisation = organisation;
        this.terms = terms;
        this.time = time;
    }

    void show(Person person, Model model) {
        model.addAttribute(
                "own",
                Optional.ofNullable(person.enterprise())
                        .flatMap(organisation::enterprise)
                        .orElse(null));
        model.addAttribute("mayCloseOnTheSpot", person.is(Role.INSPECTOR));
        // These name the due day themselves and so need no review (T2); the others only wish.
        model.addAttribute("namesDueDay", person.is(Role.INSPECTOR) || person.is(Role.COMMITTEE_OFFICE));
        model.addAttribute("source", Registrars.usualSource(person, organisation));
        model.addAttribute("sources", Source.values());
        model.addAttribute("units", organisation.units());
        model.addAttribute(
                "regions",
                organisation.regions().stream()
                        .filter(region -> region.kind() != Region.Kind.COUNTY)
                        .toList());
        model.addAttribute("industries", organisation.industries());
        model.addAttribute("proposals", proposals(person));
        model.addAttribute("today", time.today());
    }

    /** By grade, for what this person usually registers. */
    private Map<Grade, DueDay> proposals(Person person) {
        var source = Registrars.usualSource(person, organisation);
        var industry = Optional.ofNullable(person.enterprise())
                .flatMap(organisation::enterprise)
                .map(Enterprise::industry)
                .orElse(null);
        return Arrays.stream(Grade.values())
                .collect(Collectors.toMap(
                        grade -> grade,
                        grade -> terms.rectifyBy(CaseTraits.coming(grade, source, industry), time.today())));
    }
}
