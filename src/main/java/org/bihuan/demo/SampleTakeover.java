package org.bihuan.demo;

import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Criterion;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Registration;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Takeover;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.IncomingLedger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample hazards with a past: it came to pass elsewhere, and a ledger kept before tells of it. */
@Component
@Profile("demo")
class SampleTakeover {
    private final IncomingLedger incoming;
    private final Organisation organisation;
    private final Criteria criteria;
    private final SamplePhotos photos;

    SampleTakeover(IncomingLedger incoming, Organisation organisation, Criteria criteria, SamplePhotos photos) {
        this.incoming = incoming;
        this.organisation = organisation;
        this.criteria = criteria;
        this.photos = photos;
    }

    List<Hazard> enter(List<SampleHazard> samples, Person by) {
        var entered = incoming.takeOver(
                samples.stream().map(sample -> row(sample, by.id())).toList(), by);
        for (int i = 0; i < entered.size(); i++) {
            show(entered.get(i), samples.get(i), by.id());
        }
        return entered;
    }

    private void show(Hazard hazard, SampleHazard sample, PersonId by) {
        photos.before(hazard.number().value(), sample, sample.finder());
        if (sample.completedOn().isPresent()) {
            var rectifier = hazard.responsibility().responsibleUser();
            photos.after(hazard.number().value(), sample, rectifier == null ? by : rectifier);
        }
    }

    private Takeover row(SampleHazard sample, PersonId by) {
        var enterprise = organisation.enterpriseNamed(sample.responsible()).orElseThrow();
        var dueOn = sample.dueOn().orElseThrow();
        var registration = new Registration(
                sample.source(),
                sample.foundOn(),
                dueOn,
                organisation.person(sample.finder()).map(Person::unit).orElseThrow(),
                false,
                finding(sample, enterprise),
                new Responsibility(
                        enterprise.code(),
                        null,
                        null,
                        null,
                        sample.requirement().orElse(null)),
                by);
        return new Takeover(
                registration,
                null,
                Status.valueOf(sample.step().name()),
                new DueDates(dueOn, dueOn, dueOn, false, null),
                sample.completedOn().orElse(null),
                sample.closedOn().orElse(null),
                0,
                Particulars.NONE);
    }

    private Finding finding(SampleHazard sample, Enterprise enterprise) {
        return new Finding(
                sample.grade(),
                sample.category(),
                enterprise.region(),
                enterprise.industry(),
                sample.location(),
                sample.description(),
                criterion(sample).orElse(null));
    }

    private Optional<String> criterion(SampleHazard sample) {
        return sample.criterion()
                .flatMap(code -> criteria.inForce(code, sample.foundOn()))
                .map(Criterion::copyForTheCase);
    }
}
