package org.bihuan.letters;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the county has laid down for each kind of letter: the time to answer, and the law. */
@Repository
class LetterRules {
    private final JdbcClient jdbc;
    private final String separator;

    LetterRules(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.separator = messages.getMessage("list.separator", null, Locale.SIMPLIFIED_CHINESE);
    }

    /** WD until an answer is wanted; empty where none is. */
    Optional<Integer> answerDays(LetterKind kind) {
        return jdbc.sql("select answer_days from letter_term where kind = :kind")
                .param("kind", kind.name())
                .query(Integer.class)
                .optional();
    }

    /** Law and articles in force on that day, as a letter cites them; empty where none are known. */
    String basis(LetterKind kind, LocalDate on) {
        var articles = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select law, article from letter_basis
                        where kind = :kind and valid_from <= :on and (valid_to is null or valid_to >= :on)
                        order by place, valid_from
                        """).param("kind", kind.name()).param("on", on).query(row -> {
            articles.merge(row.getString("law"), row.getString("article"), (all, one) -> all + separator + one);
        });
        return articles.entrySet().stream()
                .map(law -> law.getKey() + law.getValue())
                .collect(Collectors.joining(separator));
    }
}
