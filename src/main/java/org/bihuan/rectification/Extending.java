package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.adapter.Extensions;
import org.bihuan.rectification.application.AskForExtension;
import org.bihuan.rectification.application.DecideExtension;
import org.bihuan.rectification.domain.Extension;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages say about extensions: the request on the desk, and until when one may ask (4.4, 5.3). */
@Component
public class Extending implements LastDayToAsk {
    private final Extensions extensions;
    private final AskForExtension askForExtension;
    private final DecideExtension decideExtension;

    Extending(Extensions extensions, AskForExtension askForExtension, DecideExtension decideExtension) {
        this.extensions = extensions;
        this.askForExtension = askForExtension;
        this.decideExtension = decideExtension;
    }

    /**
     * A request that waits for its decision.
     *
     * @param late asked within the lead, so on the desk one level higher
     * @param decider group of the mirror
     * @param earliest the first day that may be granted now
     */
    public record Pending(
            LocalDate askedOn,
            PersonId askedBy,
            LocalDate dueOn,
            LocalDate wishedOn,
            String reason,
            @Nullable String interimControls,
            boolean late,
            String decider,
            LocalDate decideBy,
            LocalDate earliest) {}

    /**
     * Until when one may ask, and for how long.
     *
     * @param lastDayInTime later, but not after the due day, a request goes one decider higher
     * @param latest the latest day that may be wished for
     */
    public record Chance(LocalDate lastDayInTime, LocalDate latest) {}

    public Optional<Pending> pending(Hazard hazard) {
        return extensions.pending(hazard.number()).map(this::pending);
    }

    /** Present while the work goes on and its due day has not passed. */
    public Optional<Chance> chance(Hazard hazard) {
        return askForExtension.mayStillBeAsked(hazard)
                ? Optional.of(new Chance(askForExtension.lastDayInTime(hazard), askForExtension.latest(hazard)))
                : Optional.empty();
    }

    @Override
    public Optional<LocalDate> of(
            boolean major, Instant registeredAt, int granted, LocalDate startedOn, LocalDate dueOn) {
        return askForExtension.lastDayInTime(
                major ? Grade.MAJOR : Grade.GENERAL, registeredAt, granted, startedOn, dueOn);
    }

    private Pending pending(Extension request) {
        return new Pending(
                request.askedOn(),
                request.askedBy(),
                request.dueOn(),
                request.wishedOn(),
                request.reason(),
                request.interimControls(),
                request.late(),
                request.decider(),
                request.decideBy(),
                decideExtension.earliest(request));
    }
}
