package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.LedgerLine;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Responsibility;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what a reader sees of the ledger as the bureau's file; each export is remembered with its filter and size (P4). */
@Component
class LedgerOut {
    private final LedgerReader reader;
    private final Organisation organisation;
    private final Evidence evidence;
    private final MessageSource messages;
    private final CountyTime time;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final String baseUrl;

    LedgerOut(
            LedgerReader reader,
            Organisation organisation,
            Evidence evidence,
            MessageSource messages,
            CountyTime time,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            @Value("${bihuan.base-url}") String baseUrl) {
        this.reader = reader;
        this.organisation = organisation;
        this.evidence = evidence;
        this.messages = messages;
        this.time = time;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    void write(LedgerQuery query, String filter, Person by, OutputStream to) {
        transaction.executeWithoutResult(status -> {
            try (var lines = reader.stream(query, by)) {
                var export = new LedgerExport(say("export.sheet"));
                var written = export.write(
                        lines.map(this::row).iterator(), rows -> say("export.mark", by.name(), time.today(), rows), to);
                remember(by, filter, written);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void remember(Person by, String filter, long rows) {
        jdbc.sql("insert into ledger_export (person, at, filter, row_count) values (:person, :at, :filter, :rows)")
                .param("person", by.id().value())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("filter", filter)
                .param("rows", rows)
                .update();
    }

    private LedgerRow row(LedgerLine line) {
        var hazard = line.hazard();
        var finding = hazard.finding();
        var responsibility = hazard.responsibility();
        var files = evidence.of(hazard.number().value());
        var enterprise = responsibility.enterprise();
        return new LedgerRow(
                hazard.number().value(),
                hazard.origin().source(),
                hazard.origin().foundOn(),
                unit(hazard.origin().findingUnit()),
                enterprise(enterprise),
                enterprise == null ? null : enterprise.value(),
                organisation.region(finding.region()).map(Region::name).orElse(finding.region()),
                finding.industry() == null
                        ? null
                        : organisation
                                .industry(finding.industry())
                                .map(Industry::name)
                                .orElse(null),
                finding.location(),
                finding.description(),
                finding.category(),
                finding.grade(),
                finding.criterion(),
                responsibility.requirement(),
                hazard.dueDates().originalDueOn(),
                isEstimated(hazard.dueDates()),
                responsible(responsibility, Objects.requireNonNullElse(line.particulars(), Particulars.NONE)),
                hazard.ending().completedOn(),
                (int) files.stream()
                        .filter(file -> file.stage() == Stage.BEFORE)
                        .count(),
                (int) files.stream().filter(file -> file.stage() == Stage.AFTER).count(),
                baseUrl + "/hazards/" + hazard.number(),
                hazard.ending().closedOn(),
                hazard.extensions(),
                hazard.extensions() > 0 ? hazard.dueDates().approvedDueOn() : null,
                daysOverdue(hazard),
                Objects.requireNonNullElse(line.particulars(), Particulars.NONE));
    }

    private static boolean isEstimated(DueDates dates) {
        return dates.estimated() && Objects.equals(dates.dueOn(), dates.originalDueOn());
    }

    /** CD after the approved date until the passing report or today; 0 if none (column 39). */
    private long daysOverdue(Hazard hazard) {
        var approved = hazard.dueDates().approvedDueOn();
        if (approved == null) {
            return 0;
        }
        LocalDate until = hazard.status().isOpen() && hazard.ending().completedOn() == null
                ? time.today()
                : Objects.requireNonNullElseGet(
                        hazard.ending().completedOn(),
                        () -> Objects.requireNonNullElse(hazard.ending().closedOn(), approved));
        return Math.max(0, ChronoUnit.DAYS.between(approved, until));
    }

    /** Column 18 decides who a public hazard belongs to, so there the unit's name stands; else what the sender wrote. */
    private @Nullable String responsible(Responsibility responsibility, Particulars more) {
        var enterprise = responsibility.enterprise();
        if (enterprise == null) {
            return unit(responsibility.responsibleUnit());
        }
        return more.responsible() == null ? enterprise(enterprise) : more.responsible();
    }

    private @Nullable String enterprise(@Nullable CreditCode code) {
        return code == null
                ? null
                : organisation.enterprise(code).map(Enterprise::name).orElse(code.value());
    }

    private @Nullable String unit(@Nullable UnitCode code) {
        return code == null ? null : organisation.unit(code).map(Unit::name).orElse(code.value());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(
                key, Arrays.stream(arguments).map(String::valueOf).toArray(), Locale.SIMPLIFIED_CHINESE);
    }
}
