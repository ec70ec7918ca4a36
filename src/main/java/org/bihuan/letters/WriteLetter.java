package org.bihuan.letters;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.DueDay;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.Hazard;
import org.bihuan.letters.LetterDesk.Seen;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a draft from the state of its cases at the moment of reading: nobody signs what has ceased to be true. */
@Component
class WriteLetter {
    private final LetterRules rules;
    private final Organisation organisation;
    private final Evidence evidence;
    private final CountyCalendar calendar;
    private final CountyTime time;
    private final UnitCode enforcement;

    WriteLetter(
            LetterRules rules,
            Organisation organisation,
            Evidence evidence,
            CountyCalendar calendar,
            CountyTime time,
            @Value("${bihuan.enforcement:emb-enforcement}") String enforcement) {
        this.rules = rules;
        this.organisation = organisation;
        this.evidence = evidence;
        this.calendar = calendar;
        this.time = time;
        this.enforcement = UnitCode.of(enforcement);
    }

    LetterPaper of(Seen seen) {
        var kind = seen.letter().kind();
        var lines = seen.hazards().stream().map(this::line).toList();
        var days = rules.answerDays(kind).orElse(null);
        var issuer = issuer(kind, lines);
        var addressee = addressee(kind, lines);
        return new LetterPaper(
                issuer,
                addressee,
                lines,
                rules.basis(kind, time.today()),
                answerBy(kind, days),
                days,
                copies(kind, seen.hazards(), issuer, addressee),
                kind == LetterKind.HANDOVER ? proofs(seen.hazards()) : List.of());
    }

    private LetterPaper.Line line(Hazard hazard) {
        var today = time.today();
        var dueOn = hazard.dueDates().dueOn();
        return new LetterPaper.Line(
                hazard,
                responsible(hazard),
                region(hazard) + hazard.finding().location(),
                unit(hazard.responsibility().supervisingUnit()),
                dueOn == null ? 0 : ChronoUnit.DAYS.between(dueOn, today),
                dueOn == null ? 0 : calendar.workingDays().workingDaysLeft(today, dueOn));
    }

    private String issuer(LetterKind kind, List<LetterPaper.Line> lines) {
        return kind.isOfTheUnit() ? lines.get(0).supervisor() : office();
    }

    private String addressee(LetterKind kind, List<LetterPaper.Line> lines) {
        return switch (kind) {
            case CIRCULAR -> ""; // all units of the county, in the words of the page
            case HANDOVER -> organisation.unit(enforcement).map(Unit::name).orElse("");
            case ADVISORY, SUPERVISION, WARNING, INTERVIEW -> lines.get(0).responsible();
        };
    }

    /** After an interview it is counted from the day of the talk, which nobody knows yet. */
    private @Nullable DueDay answerBy(LetterKind kind, @Nullable Integer days) {
        return days == null || kind == LetterKind.INTERVIEW
                ? null
                : calendar.workingDays().plusWorkingDays(time.today(), days);
    }

    /** The three lines of each case (domain 4.7), without who writes and who is written to. */
    private List<String> copies(LetterKind kind, List<Hazard> hazards, String issuer, String addressee) {
        var names = new LinkedHashSet<String>();
        for (var hazard : hazards) {
            names.add(unit(hazard.responsibility().supervisingUnit()));
            organisation.officeOf(hazard.finding().region()).map(Unit::name).ifPresent(names::add);
        }
        if (kind.isOfTheUnit()) {
            names.add(office());
        }
        names.removeAll(List.of("", issuer, addressee));
        return List.copyOf(names);
    }

    private List<EvidenceItem> proofs(List<Hazard> hazards) {
        var proofs = new ArrayList<EvidenceItem>();
        hazards.forEach(hazard -> proofs.addAll(evidence.of(hazard.number().value())));
        return proofs;
    }

    private String responsible(Hazard hazard) {
        var enterprise = hazard.responsibility().enterprise();
        return enterprise == null ? unit(hazard.responsibility().responsibleUnit()) : enterprise(enterprise);
    }

    private String enterprise(CreditCode code) {
        return organisation.enterprise(code).map(Enterprise::name).orElse(code.value());
    }

    private String region(Hazard hazard) {
        return organisation.region(hazard.finding().region()).map(Region::name).orElse("");
    }

    private String unit(@Nullable UnitCode code) {
        return Optional.ofNullable(code)
                .flatMap(organisation::unit)
                .map(Unit::name)
                .orElse("");
    }

    private String office() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() == Unit.Kind.COMMITTEE_OFFICE)
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }
}
