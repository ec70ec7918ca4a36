package org.bihuan.hazard.adapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Ending;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.LogHead;
import org.bihuan.hazard.Origin;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Registration;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Takeover;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger in PostgreSQL: a state and the log entry that says why are written as one. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PostgresLedger implements HazardLedger {
    private final Hazards hazards;
    private final CaseLog log;
    private final ParticularsOfHazards particulars;
    private final Organisation organisation;
    private final CountyTime time;

    PostgresLedger(
            Hazards hazards,
            CaseLog log,
            ParticularsOfHazards particulars,
            Organisation organisation,
            CountyTime time) {
        this.hazards = hazards;
        this.log = log;
        this.particulars = particulars;
        this.organisation = organisation;
        this.time = time;
    }

    @Override
    public Hazard register(Registration registration) {
        var year = time.today().getYear();
        var grade = registration.finding().grade();
        var serial = hazards.lastSerialAfterTaking(1, year, grade);
        var number = born(registration, year, serial);
        var hazard = new Hazard(
                number,
                1,
                Status.REGISTERED,
                origin(registration, false, null),
                registration.finding(),
                registration.responsibility(),
                DueDates.NONE,
                1,
                false,
                0,
                Ending.NONE,
                LogHead.START);
        var entry = log.chain(number, LogHead.START, registered(EntryKind.REGISTERED, registration));
        var saved = hazard.saved(1, headOf(entry));
        hazards.add(List.of(saved));
        log.add(List.of(entry));
        return saved;
    }

    @Override
    public List<Hazard> takeOver(List<Takeover> rows, PersonId by) {
        var year = time.today().getYear();
        var nextSerial = firstSerials(rows, year);
        var taken = new ArrayList<Hazard>(rows.size());
        var entries = new ArrayList<WrittenEntry>(rows.size());
        Map<HazardNumber, Particulars> details = new LinkedHashMap<>();
        for (var row : rows) {
            var serial = nextSerial.merge(row.registration().finding().grade(), 1, Integer::sum) - 1;
            var number = born(row.registration(), year, serial);
            var why = registered(EntryKind.TAKEN_OVER, row.registration())
                    .with("status", row.status())
                    .with("externalNumber", row.externalNumber())
                    .with("dueOn", row.dueDates().dueOn())
                    .with("completedOn", row.completedOn())
                    .with("closedOn", row.closedOn());
            var entry = log.chain(number, LogHead.START, why);
            entries.add(entry);
            details.put(number, row.particulars());
            taken.add(takenOver(row, number, headOf(entry)));
        }
        hazards.add(taken);
        log.add(entries);
        particulars.add(details);
        return taken;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Hazard get(HazardNumber number) {
        return hazards.find(number).orElseThrow(() -> new NotVisible(number.value()));
    }

    @Override
    public Hazard lock(HazardNumber number) {
        return hazards.lock(number).orElseThrow(() -> new NotVisible(number.value()));
    }

    @Override
    public List<Hazard> lockFree(List<HazardNumber> numbers) {
        return numbers.isEmpty() ? List.of() : hazards.lockFree(numbers);
    }

    @Override
    public void holdOpen() {
        hazards.lockOpen();
    }

    @Override
    public void noLongerEstimated(List<HazardNumber> numbers) {
        if (!numbers.isEmpty()) {
            hazards.noLongerEstimated(numbers);
        }
    }

    @Override
    public Hazard save(Hazard changed, LogEntry why) {
        var entry = log.chain(changed.number(), changed.log(), why);
        var next = changed.saved(changed.version(), headOf(entry));
        if (!hazards.update(next)) {
            throw new Conflict("CASE_CHANGED", changed.number());
        }
        log.add(List.of(entry));
        return next.saved(changed.version() + 1, headOf(entry));
    }

    @Override
    public List<Hazard> note(List<Hazard> held, Map<HazardNumber, List<LogEntry>> notes) {
        var written = new ArrayList<WrittenEntry>();
        var noted = new ArrayList<Hazard>();
        var all = new ArrayList<Hazard>(held.size());
        for (var hazard : held) {
            var head = hazard.log();
            for (var note : notes.getOrDefault(hazard.number(), List.of())) {
                var entry = log.chain(hazard.number(), head, note);
                written.add(entry);
                head = headOf(entry);
            }
            if (head.equals(hazard.log())) {
                all.add(hazard);
            } else {
                noted.add(hazard.saved(hazard.version(), head));
                all.add(hazard.saved(hazard.version() + 1, head));
            }
        }
        if (hazards.moveLogHeads(noted) != noted.size()) {
            throw new Conflict("CASE_CHANGED", noted.get(0).number());
        }
        log.add(written);
        return all;
    }

    @Override
    public void letRead(Map<HazardNumber, ? extends Collection<PersonId>> readers) {
        hazards.letRead(readers);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Hazard> find(HazardNumber number) {
        return hazards.find(number);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Hazard> all(Collection<HazardNumber> numbers) {
        return numbers.isEmpty() ? List.of() : hazards.all(numbers);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Set<HazardNumber> known(Collection<HazardNumber> numbers) {
        return numbers.isEmpty() ? Set.of() : hazards.known(numbers);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Hazard> foundAround(Collection<String> parties, LocalDate from, LocalDate to) {
        return hazards.foundAround(parties, from, to);
    }

    private HazardNumber born(Registration registration, int year, int serial) {
        var county = organisation.county();
        var region = organisation.region(registration.finding().region()).orElse(county);
        return HazardNumber.born(
                county.code(), region.shortCode(), year, registration.finding().grade(), serial);
    }

    private Map<Grade, Integer> firstSerials(List<Takeover> rows, int year) {
        var wanted = new EnumMap<Grade, Integer>(Grade.class);
        rows.forEach(row -> wanted.merge(row.registration().finding().grade(), 1, Integer::sum));
        var first = new EnumMap<Grade, Integer>(Grade.class);
        // Always in the order of the enum: two imports at once must not wait for each other in a circle.
        wanted.forEach(
                (grade, count) -> first.put(grade, hazards.lastSerialAfterTaking(count, year, grade) - count + 1));
        return first;
    }

    private Hazard takenOver(Takeover row, HazardNumber number, LogHead head) {
        return new Hazard(
                number,
                1,
                row.status(),
                origin(row.registration(), true, row.externalNumber()),
                row.registration().finding(),
                row.registration().responsibility(),
                row.dueDates(),
                1,
                row.status() != Status.REGISTERED,
                row.extensions(),
                new Ending(row.completedOn(), row.closedOn(), null, null),
                head);
    }

    private Origin origin(Registration registration, boolean takenOver, @Nullable String externalNumber) {
        LocalDate foundOn = registration.foundOn();
        return new Origin(
                registration.source(),
                foundOn,
                ChainedHash.asStored(time.now()),
                registration.registeredBy(),
                registration.findingUnit(),
                registration.selfRegistered(),
                takenOver,
                externalNumber,
                registration.wishedDueOn());
    }

    private static LogEntry registered(EntryKind kind, Registration registration) {
        var finding = registration.finding();
        var responsibility = registration.responsibility();
        return LogEntry.of(kind, registration.registeredBy())
                .with("source", registration.source())
                .with("foundOn", registration.foundOn())
                .with("grade", finding.grade())
                .with("category", finding.category())
                .with("region", finding.region())
                .with("industry", finding.industry())
                .with("location", finding.location())
                .with("description", finding.description())
                .with("criterion", finding.criterion())
                .with("enterprise", responsibility.enterprise())
                .with("responsibleUnit", responsibility.responsibleUnit())
                .with("requirement", responsibility.requirement())
                .with("wishedDueOn", registration.wishedDueOn());
    }

    private static LogHead headOf(WrittenEntry entry) {
        return new LogHead(entry.seq(), entry.hash());
    }
}
