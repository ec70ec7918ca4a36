package org.bihuan.hazard.adapter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Criterion;
import org.bihuan.shared.CsvTable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue in its table. What ships with the product goes in at every start; an entry that is there stays as it is. */
@Repository
@DependsOnDatabaseInitialization
class CriteriaCatalogue implements Criteria {
    private static final ClassPathResource SHIPPED = new ClassPathResource("hazard/criteria.csv");
    private static final String COLUMNS =
            "code, industry, standard, document_no, article, text, grade, effective_from, effective_to, "
                    + "source_status = 'DEFAULT_CONFIRM' as to_be_confirmed";

    private final JdbcClient jdbc;

    CriteriaCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
        addWhatIsMissing(CsvTable.rows(SHIPPED));
    }

    @Override
    public List<Criterion> all() {
        return jdbc.sql("select " + COLUMNS + " from criterion order by code")
                .query(Criterion.class)
                .list();
    }

    @Override
    public Optional<Criterion> byCode(String code) {
        return jdbc.sql("select " + COLUMNS + " from criterion where code = :code")
                .param("code", code)
                .query(Criterion.class)
                .optional();
    }

    @Override
    public Optional<Criterion> inForce(String code, LocalDate on) {
        return byCode(code).filter(criterion -> criterion.isInForceOn(on));
    }

    @Override
    public List<Criterion> candidates(@Nullable String industry, String words, LocalDate on, int atMost) {
        var wanted = CharacterPairs.of(words);
        return jdbc
                .sql("select " + COLUMNS + """
                         from criterion
                        where (industry = :industry or cast(:industry as text) is null)
                            and :on between effective_from and coalesce(effective_to, 'infinity')
                        order by code
                        """)
                .param("industry", industry)
                .param("on", on)
                .query(Criterion.class)
                .list()
                .stream()
                .map(criterion -> new Candidate(criterion, wanted.in(criterion.copyForTheCase() + criterion.code())))
                .filter(candidate -> wanted.isEmpty() || candidate.inCommon > 0)
                .sorted(Comparator.comparingLong(Candidate::inCommon).reversed()) // stable: by code among equals
                .limit(atMost)
                .map(Candidate::criterion)
                .toList();
    }

    private void addWhatIsMissing(List<CsvTable.Row> rows) {
        jdbc.sql("""
                        insert into criterion (code, industry, standard, document_no, article, text, gloss_en, grade,
                            effective_from, effective_to, source_status)
                        select code, industry, standard, document_no, article, text, gloss_en, grade,
                            cast(effective_from as date), cast(effective_to as date), upper(source_status)
                        from unnest(cast(:codes as text[]), cast(:industries as text[]), cast(:standards as text[]),
                                cast(:documents as text[]), cast(:articles as text[]), cast(:texts as text[]), cast(:glosses as text[]),
                                cast(:grades as text[]), cast(:from as text[]), cast(:to as text[]), cast(:statuses as text[]))
                            as shipped (code, industry, standard, document_no, article, text, gloss_en, grade,
                                effective_from, effective_to, source_status)
                        on conflict on constraint pk_criterion do nothing
                        """)
                .param("codes", column(rows, "code"))
                .param("industries", column(rows, "industry_code"))
                .param("standards", column(rows, "standard"))
                .param("documents", column(rows, "document_no"))
                .param("articles", column(rows, "article"))
                .param("texts", column(rows, "text"))
                .param("glosses", column(rows, "gloss_en"))
                .param("grades", column(rows, "grade"))
                .param("from", column(rows, "effective_from"))
                .param("to", column(rows, "effective_to"))
                .param("statuses", column(rows, "source_status"))
                .update();
    }

    private static @Nullable String[] column(List<CsvTable.Row> rows, String name) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows.get(i).optional(name).orElse(null);
        }
        return column;
    }

    private record Candidate(Criterion criterion, long inCommon) {}
}
