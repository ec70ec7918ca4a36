package org.bihuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.Terms;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.Verdict;
import org.bihuan.rectification.application.NewHazard;
import org.bihuan.rectification.application.RegistrationDesk;
import org.bihuan.rectification.application.ServeOnPaper;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample hazards of these days: people register, accept, report and judge by the same doors as everybody else. */
@Component
@Profile("demo")
class SampleStories {
    private final RegistrationDesk registrations;
    private final ServeOnPaper serveOnPaper;
    private final Cases cases;
    private final HazardLedger ledger;
    private final Organisation organisation;
    private final Terms terms;
    private final SamplePhotos photos;
    private final CountyTime time;

    SampleStories(
            RegistrationDesk registrations,
            ServeOnPaper serveOnPaper,
            Cases cases,
            HazardLedger ledger,
            Organisation organisation,
            Terms terms,
            SamplePhotos photos,
            CountyTime time) {
        this.registrations = registrations;
        this.serveOnPaper = serveOnPaper;
        this.cases = cases;
        this.ledger = ledger;
        this.organisation = organisation;
        this.terms = terms;
        this.photos = photos;
        this.time = time;
    }

    /** @param rowBefore the hazard of the row before it, if it is one of these days */
    HazardNumber play(SampleHazard sample, @Nullable HazardNumber rowBefore) {
        var number = register(sample);
        switch (sample.step()) {
            case WAITING, ASSIGNED, ON_THE_SPOT -> {
                // as registered
            }
            case REJECTED -> review(number, Map.of("decision", "REJECT", "reason", sample.opinion()));
            case MERGED ->
                review(
                        number,
                        Map.of(
                                "decision",
                                "DUPLICATE",
                                "duplicateOf",
                                Objects.requireNonNull(rowBefore).value(),
                                "reason",
                                sample.opinion()));
            case SERVED -> serve(number, sample);
            case ACCEPTED -> accept(number);
            case REPORTED -> {
                accept(number);
                report(number, sample);
            }
            case RETURNED -> {
                accept(number);
                report(number, sample);
                judge(number, Verdict.UNQUALIFIED, sample);
            }
            case VERIFIED -> {
                accept(number);
                report(number, sample);
                judge(number, Verdict.QUALIFIED, sample);
            }
            case RECTIFYING, SUBMITTED, CLOSED -> throw new IllegalStateException("is taken over: " + sample);
        }
        return number;
    }

    private HazardNumber register(SampleHazard sample) {
        var finder = organisation.person(sample.finder()).orElseThrow();
        var isOnTheSpot = sample.step() == SampleStep.ON_THE_SPOT;
        var enterprise = organisation.enterpriseNamed(sample.responsible()).map(Enterprise::code);
        var wish = new NewHazard(
                sample.source(),
                sample.foundOn(),
                enterprise.orElse(null),
                enterprise.isPresent() ? null : UnitCode.of(sample.responsible()),
                null,
                null,
                sample.location(),
                sample.description(),
                sample.category(),
                sample.grade(),
                sample.criterion().orElse(null),
                dueOn(sample).orElse(null),
                sample.requirement().orElse(null),
                isOnTheSpot ? bothPhotos(sample, finder.id()) : List.of(),
                isOnTheSpot ? new NewHazard.OnTheSpot(sample.measures(), sample.name()) : null);
        var number = registrations.register(wish, null, "", finder).number();
        if (!isOnTheSpot) {
            photos.before(number.value(), sample, finder.id());
        }
        return number;
    }

    /** A county that has made its terms shorter gets its own default instead of a refusal. */
    private Optional<LocalDate> dueOn(SampleHazard sample) {
        var today = time.today();
        var industry = organisation
                .enterpriseNamed(sample.responsible())
                .map(Enterprise::industry)
                .orElse(null);
        var traits = CaseTraits.coming(sample.grade(), sample.source(), industry);
        return sample.dueOn()
                .map(day -> terms.allows(traits, today, day)
                        ? day
                        : terms.rectifyBy(traits, today).date());
    }

    private List<UUID> bothPhotos(SampleHazard sample, PersonId by) {
        return List.of(photos.waiting(Stage.BEFORE, sample, by), photos.waiting(Stage.AFTER, sample, by));
    }

    private void review(HazardNumber number, Map<String, String> decision) {
        cases.complete(number.value(), "review", decision, inspectorOf(ledger.get(number)));
    }

    private void serve(HazardNumber number, SampleHazard sample) {
        var inspector = inspectorOf(ledger.get(number));
        var slip = photos.slip(number.value(), inspector.id());
        serveOnPaper.perform(number, time.today(), sample.name(), slip, inspector);
    }

    private void accept(HazardNumber number) {
        cases.complete(number.value(), "accept", Map.of("decision", "ACCEPT"), responsibleFor(number));
    }

    private void report(HazardNumber number, SampleHazard sample) {
        var reporter = responsibleFor(number);
        photos.after(number.value(), sample, reporter.id());
        var report = Map.of(
                "measures", sample.measures(), "completedOn", time.today().toString());
        cases.complete(number.value(), "rectify", report, reporter);
    }

    private void judge(HazardNumber number, Verdict verdict, SampleHazard sample) {
        cases.complete(
                number.value(),
                "verify",
                Map.of("verdict", verdict.name(), "opinion", sample.opinion()),
                inspectorOf(ledger.get(number)));
    }

    private Person responsibleFor(HazardNumber number) {
        var responsible = ledger.get(number).responsibility().responsibleUser();
        return organisation.person(Objects.requireNonNull(responsible)).orElseThrow();
    }

    private Person inspectorOf(Hazard hazard) {
        var unit = Objects.requireNonNull(hazard.responsibility().supervisingUnit());
        return organisation.peopleOf(unit, Set.of(Role.INSPECTOR)).get(0);
    }
}
