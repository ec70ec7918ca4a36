package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.exchange.LedgerDraft.AS_OF;
import static org.bihuan.exchange.LedgerDraft.CREDIT_CODE;
import static org.bihuan.exchange.LedgerDraft.aRow;
import static org.bihuan.exchange.LedgerDraft.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.exchange.RowResult.Outcome;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.CreditCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading rule 11: what is there twice, in the file or in the ledger. */
class DuplicatesTests {
    private static final String OURS = "341721-107-2026-G-00123";

    private static RowResult second(LedgerDraft second) {
        return results(aRow(), second).get(1);
    }

    @Test
    void theSameHazardOfTheSameDayIsHeldExactlyOnce() {
        var results = results(
                aRow(),
                aRow().with(LedgerColumn.LOCATION, "１ 号泵房。").with(LedgerColumn.DESCRIPTION, "机泵联轴器，防护罩缺少固定螺栓！"),
                aRow());

        assertThat(results)
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.DUPLICATE, Outcome.DUPLICATE);
        assertThat(results).extracting(RowResult::code).containsExactly(null, "DUPLICATE_EXACT", "DUPLICATE_EXACT");
        assertThat(results.get(2).duplicateOf()).isEqualTo(new Place(null, 2));
        assertThat(results.get(2).message()).contains("第2条记录");
    }

    @Test
    void anAlikeDescriptionWithinAWeekIsHeldBackForAPerson() {
        var judged = LedgerDraft.read(LedgerDraft.file(
                        aRow(),
                        aRow().with(LedgerColumn.FOUND_ON, "2026-03-12")
                                .with(LedgerColumn.DESCRIPTION, "机泵联轴器防护罩缺少固定螺栓2颗")))
                .get(2);

        assertThat(judged.result().code()).isEqualTo("DUPLICATE_NEAR");
        assertThat(judged.result().isHeldBack()).isTrue();
        assertThat(judged.entry()).isNotNull(); // a person may still take it
    }

    @ParameterizedTest
    @CsvSource({
        "LOCATION, 2号泵房",
        "FOUND_ON, 2026-03-13",
        "ENTERPRISE_NAME, 东至县样例庚戌硝酸有限公司",
        "DESCRIPTION, 配电箱前堆放杂物无法打开",
        "DESCRIPTION, 机泵联轴器防护罩松动并且有裂纹"
    })
    void anotherPlaceDayEnterpriseOrTextIsNoDuplicate(LedgerColumn column, String text) {
        assertThat(second(aRow().with(column, text)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aPublicHazardIsComparedByItsResponsibleUnit() {
        var row = new LedgerDraft[] {
            aRow().with(LedgerColumn.ENTERPRISE_NAME, "/").with(LedgerColumn.RESPONSIBLE, "县交通局"),
            aRow().with(LedgerColumn.ENTERPRISE_NAME, "/").with(LedgerColumn.RESPONSIBLE, "县水利局"),
            aRow().with(LedgerColumn.ENTERPRISE_NAME, "/").with(LedgerColumn.RESPONSIBLE, "交通运输局")
        };

        row[1].with(LedgerColumn.RESPONSIBLE, "水利局");

        assertThat(results(row)).extracting(RowResult::code).containsExactly(null, null, "DUPLICATE_EXACT");
    }

    @Test
    void onlyAcceptedRowsAreComparedWith() {
        var results = results(aRow().with(LedgerColumn.GRADE, "较大"), aRow());

        assertThat(results).extracting(RowResult::code).containsExactly("GRADE_UNKNOWN", null);
    }

    @Test
    void anEmptyPlaceIsTheEnterprisesAddress() {
        var results = results(aRow().without(LedgerColumn.LOCATION), aRow().with(LedgerColumn.LOCATION, "/"), aRow());

        assertThat(results).extracting(RowResult::code).containsExactly(null, "DUPLICATE_EXACT", null);
    }

    @Test
    void whatTheLedgerHoldsIsNotTakenInAgainExactOrAlike() {
        var ledger = new LedgerInMemory();
        ledger.holds(OURS, "2026-03-03", "1号泵房", "机泵联轴器防护罩缺少固定螺栓");

        var judged = SampleCounty.reading(ledger)
                .read(LedgerDraft.file(aRow(), aRow().with(LedgerColumn.LOCATION, "2号泵房")), HandMapping.NONE, AS_OF);

        var result = judged.rows().get(1).result();
        assertThat(result.code()).isEqualTo("DUPLICATE_IN_LEDGER");
        assertThat(result.number()).isEqualTo(OURS);
        assertThat(result.message()).contains(OURS);
        assertThat(judged.rows().get(2).result().outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(ledger.asked).isEqualTo(1);
    }

    @Test
    void aNumberOfOursIsADuplicateWhateverElseTheRowSays() {
        var ledger = new LedgerInMemory();
        ledger.holds(OURS, "2025-01-01", "别处", "别的");

        var rows = SampleCounty.reading(ledger)
                .read(
                        LedgerDraft.file(
                                aRow().with(LedgerColumn.NUMBER, " 341721-107-2026-g-00123 ")
                                        .with(LedgerColumn.GRADE, "?"),
                                aRow().with(LedgerColumn.NUMBER, "341721-107-2026-G-99999"),
                                aRow().with(LedgerColumn.NUMBER, "DZ2026-1").with(LedgerColumn.LOCATION, "2号泵房")),
                        HandMapping.NONE,
                        AS_OF)
                .rows();

        assertThat(rows)
                .extracting(row -> row.result().code())
                .containsExactly("HEADER", "DUPLICATE_IN_LEDGER", null, null);
        var foreign = rows.get(3).entry();
        assertThat(foreign == null ? null : foreign.externalNumber()).isEqualTo("DZ2026-1");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, abcdef, 1.0",
        "a, a, 1.0",
        "a, b, 0.0",
        "abcde, abcdx, 0.75",
        "abcdefghij, abcdefghi, 0.9411764705882353",
        "aaaa, aa, 0.5"
    })
    void likenessIsTheDiceCoefficientOfCharacterPairs(String one, String other, double expected) {
        assertThat(Wording.likeness(one, other)).isEqualTo(expected);
    }

    /** Holds what a test gives it. */
    private static final class LedgerInMemory implements LedgerMatches {
        private final List<Held> held = new ArrayList<>();
        private int asked;

        void holds(String number, String foundOn, String location, String description) {
            held.add(new Held(
                    HazardNumber.of(number),
                    CreditCode.of(CREDIT_CODE),
                    null,
                    LocalDate.parse(foundOn),
                    location,
                    description));
        }

        @Override
        public Set<HazardNumber> known(Collection<HazardNumber> numbers) {
            var known = new java.util.HashSet<>(numbers);
            known.retainAll(held.stream().map(Held::number).toList());
            return known;
        }

        @Override
        public List<Held> near(Collection<Sought> sought, int days) {
            asked++;
            return held.stream()
                    .filter(h -> sought.stream().anyMatch(s -> isNear(s, h, days)))
                    .toList();
        }

        private static boolean isNear(Sought sought, Held held, int days) {
            @Nullable CreditCode enterprise = sought.enterprise();
            return enterprise != null
                    && enterprise.equals(held.enterprise())
                    && !sought.foundOn().isBefore(held.foundOn().minusDays(days))
                    && !sought.foundOn().isAfter(held.foundOn().plusDays(days));
        }
    }
}
