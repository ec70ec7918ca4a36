package org.bihuan.hazard.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bihuan.TestDatabase;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Criterion;
import org.bihuan.hazard.Grade;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CriteriaCatalogueTests {
    private static final LocalDate SEPTEMBER_18 = LocalDate.of(2026, 9, 18);

    private JdbcClient database;
    private Criteria criteria;

    @BeforeEach
    void freshCatalogue() {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.owner())
                .locations("classpath:db/migration/organisation", "classpath:db/migration/hazard")
                .load()
                .migrate();
        database = JdbcClient.create(fresh.app());
        criteria = new CriteriaCatalogue(database);
    }

    @Test
    void theWholeCatalogueShips() {
        assertThat(criteria.all())
                .hasSize(218)
                .allMatch(criterion -> criterion.grade() == Grade.MAJOR)
                .filteredOn(criterion -> criterion.effectiveTo() != null)
                .hasSize(35);
        assertThat(criteria.byCode("GM10-01").orElseThrow())
                .returns("INDUSTRIAL", Criterion::industry)
                .returns("应急管理部令第10号", Criterion::documentNo)
                .returns("第三条(一)", Criterion::article)
                .returns(LocalDate.of(2023, 5, 15), Criterion::effectiveFrom)
                .returns(false, Criterion::toBeConfirmed)
                .returns(
                        "工贸企业重大事故隐患判定标准 应急管理部令第10号 第三条(一) 外包队伍、承租户各干各的，发包出租方没有牵头协调，也没有按期去查", Criterion::copyForTheCase);
        assertThat(criteria.byCode("GM10-99")).isEmpty();
    }

    @Test
    void theNextStartAddsWhatIsMissingAndLeavesTheRest() {
        database.sql("update criterion set effective_to = '2026-12-31' where code = 'GM10-02'")
                .update();

        var afterRestart = new CriteriaCatalogue(database);

        assertThat(afterRestart.all()).hasSize(218);
        assertThat(afterRestart.byCode("GM10-02").orElseThrow().effectiveTo()).isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "HAZCHEM, 2026-09-29, 安监总管三〔2017〕121号（化工部分）", // last day of the old edition
        "HAZCHEM, 2026-09-30, AQ 3067-2026", // first day of the new one
        "COAL,    2026-06-30, 应急管理部令第4号",
        "COAL,    2026-07-01, 应急管理部令第21号",
    })
    void aHazardSeesTheEditionInForceOnItsDay(String industry, LocalDate foundOn, String document) {
        var candidates = criteria.candidates(industry, "", foundOn, 100);

        assertThat(candidates)
                .isNotEmpty()
                .allMatch(criterion -> criterion.isInForceOn(foundOn))
                .extracting(Criterion::documentNo)
                .contains(document);
        var one = candidates.stream()
                .filter(criterion -> criterion.documentNo().equals(document))
                .findFirst()
                .orElseThrow();
        assertThat(criteria.inForce(one.code(), foundOn)).contains(one);
        assertThat(criteria.inForce(one.code(), one.effectiveFrom().minusDays(1)))
                .isEmpty();
    }

    @Test
    void aDescriptionFindsTheClauseThatFitsBest() {
        var candidates = criteria.candidates("INDUSTRIAL", "现场两名电工没有有效操作证，已经上岗作业", SEPTEMBER_18, 5);

        assertThat(candidates).hasSizeLessThanOrEqualTo(5);
        assertThat(candidates.get(0).code()).isEqualTo("GM10-02");
        assertThat(candidates).allMatch(criterion -> criterion.industry().equals("INDUSTRIAL"));
    }

    @Test
    void twoCharactersAreEnoughAndNothingInCommonFindsNothing() {
        assertThat(criteria.candidates(null, "焊工", SEPTEMBER_18, 50))
                .isNotEmpty()
                .allMatch(criterion -> criterion.text().contains("焊工"));
        assertThat(criteria.candidates(null, "GM10-02", SEPTEMBER_18, 1))
                .extracting(Criterion::code)
                .containsExactly("GM10-02");
        assertThat(criteria.candidates(null, "饕餮%_'", SEPTEMBER_18, 50)).isEmpty();
    }
}
