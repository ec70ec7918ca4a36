package org.bihuan.rectification.adapter;

import java.util.List;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.Holdings;
import org.bihuan.deadline.OwnerNames;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.adapter.HazardView.EnterpriseView;
import org.bihuan.rectification.adapter.HazardView.HeldView;
import org.bihuan.rectification.adapter.HazardView.NamedView;
import org.bihuan.rectification.adapter.HazardView.NextView;
import org.bihuan.rectification.adapter.HazardView.Owner;
import org.bihuan.rectification.adapter.HazardView.PresentClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API says of a hazard. */
@Component
class HazardViews {
    private final Organisation organisation;
    private final OwnerNames owners;
    private final RunningClocks runningClocks;
    private final Holdings holdings;
    private final Cases cases;

    HazardViews(
            Organisation organisation, OwnerNames owners, RunningClocks runningClocks, Holdings holdings, Cases cases) {
        this.organisation = organisation;
        this.owners = owners;
        this.runningClocks = runningClocks;
        this.holdings = holdings;
        this.cases = cases;
    }

    /** One hazard with everything that is known of it. */
    HazardView of(Hazard hazard) {
        return view(hazard, runningClocks.present(hazard), held(hazard));
    }

    /** Lines of a list: their clocks at once, and whose days were used is not counted. */
    List<HazardView> lines(List<Hazard> hazards) {
        var clocks = runningClocks.present(hazards);
        return hazards.stream()
                .map(hazard -> view(hazard, clocks.get(hazard.number()), null))
                .toList();
    }

    private HazardView view(Hazard hazard, @Nullable ClockView clock, @Nullable List<HeldView> held) {
        var instance = hazard.status().isOpen()
                ? cases.instanceOf(hazard.number().value()).orElse(null)
                : null;
        return view(hazard, clock, instance, next(hazard), held);
    }

    private HazardView view(
            Hazard hazard,
            @Nullable ClockView clock,
            @Nullable String instance,
            List<NextView> next,
            @Nullable List<HeldView> held) {
        var origin = hazard.origin();
        var finding = hazard.finding();
        var responsibility = hazard.responsibility();
        var dates = hazard.dueDates();
        var ending = hazard.ending();
        return new HazardView(
                hazard.number().value(),
                hazard.status().name(),
                finding.grade().name(),
                origin.source().name(),
                origin.foundOn(),
                origin.registeredAt(),
                enterprise(responsibility.enterprise()),
                unit(responsibility.responsibleUnit()),
                region(finding.region()),
                industry(finding.industry()),
                finding.location(),
                finding.description(),
                finding.category().name(),
                finding.criterion(),
                responsibility.requirement(),
                text(responsibility.responsibleUser()),
                text(responsibility.supervisingUnit()),
                clock == null ? null : present(clock),
                dates.dueOn(),
                dates.originalDueOn(),
                dates.approvedDueOn(),
                hazard.round(),
                hazard.extensions(),
                ending.completedOn(),
                ending.closedOn(),
                text(ending.reason()),
                text(ending.survivor()),
                origin.externalNumber(),
                instance,
                next,
                held);
    }

    EventView of(WrittenEntry entry) {
        return new EventView(
                entry.seq(),
                entry.at(),
                entry.by(),
                entry.kind().name(),
                entry.data(),
                entry.hash(),
                entry.previousHash());
    }

    private List<NextView> next(Hazard hazard) {
        return runningClocks.next(hazard.number()).stream()
                .map(step -> new NextView(step.at(), step.action(), step.audience()))
                .toList();
    }

    private List<HeldView> held(Hazard hazard) {
        return holdings.of(hazard.number()).stream()
                .map(held -> new HeldView(
                        held.kind().name(),
                        held.round(),
                        owner(held.owner()),
                        held.from(),
                        held.until(),
                        held.calendarDays(),
                        held.workingDays()))
                .toList();
    }

    private Owner owner(ClockOwner owner) {
        return new Owner(owner.kind().name(), owner.code(), owners.of(owner));
    }

    private PresentClock present(ClockView clock) {
        return new PresentClock(
                clock.kind().name(),
                owner(clock.owner()),
                clock.dueOn(),
                clock.originalDueOn(),
                clock.state().name(),
                clock.workingDaysLeft(),
                clock.estimated(),
                clock.explanation());
    }

    private @Nullable EnterpriseView enterprise(@Nullable CreditCode code) {
        return code == null
                ? null
                : new EnterpriseView(
                        code.value(),
                        organisation.enterprise(code).map(Enterprise::name).orElse(code.value()));
    }

    private @Nullable NamedView unit(@Nullable UnitCode code) {
        return code == null
                ? null
                : new NamedView(
                        code.value(), organisation.unit(code).map(Unit::name).orElse(code.value()));
    }

    private NamedView region(String code) {
        return new NamedView(code, organisation.region(code).map(Region::name).orElse(code));
    }

    private @Nullable NamedView industry(@Nullable String code) {
        return code == null
                ? null
                : new NamedView(
                        code,
                        organisation.industry(code).map(found -> found.name()).orElse(code));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
