package org.bihuan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bihuan.deadline.ComingRungs;
import org.bihuan.notification.ForeseenRung;
import org.bihuan.notification.Rehearsal;
import org.bihuan.notification.RehearsedMail;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a day would send, to whom and why (N16). The committee office and those who read the whole county see the cases; an
 * administrator sees the mails and how many cases each names, but none of them (domain 7.1).
 */
@RestController
@Tag(name = "notices")
class RehearsalApi {
    private static final int FARTHEST_DAYS = 92;

    private final Rehearsal rehearsal;
    private final ComingRungs coming;
    private final CurrentPerson current;
    private final CountyTime time;

    RehearsalApi(Rehearsal rehearsal, ComingRungs coming, CurrentPerson current, CountyTime time) {
        this.rehearsal = rehearsal;
        this.coming = coming;
        this.current = current;
        this.time = time;
    }

    /**
     * A mail.
     *
     * @param caseCount how many cases it would name
     * @param cases absent for who has no business data
     */
    record Mail(
            Instant at,
            String kind,
            String recipient,
            String name,
            @Nullable String address,
            long caseCount,
            @Nullable List<RehearsedMail.Told> cases) {}

    /** A list as every call answers it. */
    record Items(List<Mail> items) {}

    @GetMapping("/api/v1/notices/rehearsal")
    @Operation(summary = "What would be sent on a day, to whom and why; sends nothing")
    Items rehearse(@RequestParam(required = false) @Nullable String on) {
        var person = current.get();
        var seesCases = seesCases(person);
        if (!seesCases && !person.is(Role.ADMIN)) {
            throw new NotAllowed("REHEARSE");
        }
        var day = day(on);
        var foreseen = coming.until(time.startOf(day)).stream()
                .flatMap(rung -> rung.recipients().stream()
                        .map(recipient -> new ForeseenRung(
                                rung.hazard().value(),
                                rung.clock().name(),
                                rung.term(),
                                rung.step(),
                                rung.action(),
                                rung.audience(),
                                recipient)))
                .toList();
        return new Items(rehearsal.on(day, foreseen).stream()
                .map(mail -> shown(mail, seesCases))
                .toList());
    }

    private static boolean seesCases(Person person) {
        return person.is(Role.COMMITTEE_OFFICE) || person.is(Role.COUNTY_LEADER) || person.is(Role.AUDITOR);
    }

    private static Mail shown(RehearsedMail mail, boolean withCases) {
        return new Mail(
                mail.at(),
                mail.kind(),
                mail.recipient(),
                mail.name(),
                mail.address(),
                mail.cases().stream().map(RehearsedMail.Told::hazard).distinct().count(),
                withCases ? mail.cases() : null);
    }

    private LocalDate day(@Nullable String on) {
        if (on == null || on.isBlank()) {
            throw new InvalidInput("on", "REQUIRED");
        }
        try {
            var day = LocalDate.parse(on.strip());
            var earliest = time.today().minusDays(FARTHEST_DAYS);
            var latest = time.today().plusDays(FARTHEST_DAYS);
            if (day.isBefore(earliest) || day.isAfter(latest)) {
                throw new InvalidInput("on", "OUT_OF_RANGE", earliest, latest);
            }
            return day;
        } catch (DateTimeParseException noDay) {
            throw new InvalidInput("on", "NOT_A_DAY");
        }
    }
}
