package org.bihuan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.HazardNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions that the page of operations asks the database can be asked, and a case in order answers none of them. */
@CountyTest
class OperatorsQuestionsTests {
    private static final Path PAGE = Path.of("docs/operations/deadlines.md");
    private static final Pattern QUESTION = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCaseInOrderIsInNoneOfThem() throws IOException {
        county.todayIs("2026-10-12");
        var safety = county.person("safety-010");
        var hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);

        assertThat(questions())
                .hasSize(8)
                .allSatisfy(question ->
                        assertThat(rowsOf(question, hazard)).as(question).isEmpty());
    }

    @Test
    void aClockThatWillTellNobodyAgainIsFound() throws IOException {
        county.todayIs("2026-10-12");
        var safety = county.person("safety-010");
        var hazard = county.person("inspector-yaodu")
                .registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
        jdbc.sql("delete from rung where hazard = :hazard and fired_at is null")
                .param("hazard", hazard.value())
                .update();

        assertThat(rowsOf(questions().get(2), hazard)).hasSize(1);
    }

    /** As if the database stood in the day of the test. */
    private static List<String> questions() throws IOException {
        return QUESTION.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1).replace("now()", "timestamptz '2026-10-12 10:00+08'"))
                .toList();
    }

    private List<String> rowsOf(String question, HazardNumber hazard) {
        return jdbc.sql(question).query().listOfRows().stream()
                .map(String::valueOf)
                .filter(row -> row.contains(hazard.value()))
                .toList();
    }
}
