package org.bihuan.exchange;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.time.LocalDate;
import org.bihuan.calendar.ShippedWorkingDays;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Criterion;
import org.bihuan.hazard.Grade;
import org.bihuan.organisation.CountyFiles;
import org.bihuan.organisation.Organisation;
import org.bihuan.shared.CsvTable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** The sample county as it ships, without a database: what the reading of a ledger needs to know. */
final class SampleCounty {
    private static final Organisation ORGANISATION = organisation();
    private static final Criteria CRITERIA = criteria();

    private SampleCounty() {}

    static LedgerReading reading() {
        return reading(LedgerMatches.NONE);
    }

    static LedgerReading reading(LedgerMatches ledger) {
        return new LedgerReading(ORGANISATION, ShippedWorkingDays.get(), CRITERIA, ledger, messages());
    }

    static RowMessages messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/exchange");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new RowMessages(messages);
    }

    private static Organisation organisation() {
        var organisation = mock(Organisation.class, withSettings().stubOnly());
        new CountyFiles(name -> new ClassPathResource("sample-county/" + name))
                .handTo((regions, units, unitAliases, industries, enterprises, people) -> {
                    given(organisation.regions()).willReturn(regions);
                    given(organisation.units()).willReturn(units);
                    given(organisation.unitAliases()).willReturn(unitAliases);
                    given(organisation.industries()).willReturn(industries);
                    given(organisation.enterprises()).willReturn(enterprises);
                });
        return organisation;
    }

    private static Criteria criteria() {
        var criteria = mock(Criteria.class, withSettings().stubOnly());
        var all = CsvTable.rows(new ClassPathResource("hazard/criteria.csv")).stream()
                .map(row -> new Criterion(
                        row.text("code"),
                        row.text("industry_code"),
                        row.text("standard"),
                        row.text("document_no"),
                        row.text("article"),
                        row.text("text"),
                        Grade.valueOf(row.text("grade")),
                        LocalDate.parse(row.text("effective_from")),
                        row.optional("effective_to").map(LocalDate::parse).orElse(null),
                        false))
                .toList();
        given(criteria.all()).willReturn(all);
        return criteria;
    }
}
