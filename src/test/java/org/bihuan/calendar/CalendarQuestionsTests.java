package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class CalendarQuestionsTests {
    private final CalendarQuestions questions = new CalendarQuestions(Calendars::shipped);

    @Test
    void answersBothQuestions() {
        assertThat(questions
                        .workingDays(fields("from", "2026-09-29", "plus", "7"))
                        .date())
                .isEqualTo("2026-10-14");
        assertThat(questions
                        .workingDays(fields("from", "2026-03-06", "plus", "-15"))
                        .date())
                .isEqualTo("2026-02-09");
        assertThat(questions
                        .due(fields("from", "2026-09-18", "days", "15", "kind", "WORKING"))
                        .date())
                .isEqualTo("2026-10-15");
    }

    @Test
    void calendarDaysRollOverUnlessToldOtherwise() {
        var term = fields("from", "2026-09-30", "days", "1", "kind", "CALENDAR");
        var firmTerm = fields("from", "2026-09-30", "days", "1", "kind", "CALENDAR", "rollOver", "false");

        assertThat(questions.due(term).date()).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(questions.due(firmTerm).date()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'',           '',          'from=REQUIRED, plus=REQUIRED'",
        "2026-02-30,   5,           from=NOT_A_DAY",
        "0001-01-01,   5,           from=NOT_A_DAY",
        "+999999-1-1,  5,           from=NOT_A_DAY",
        "<b>,          x,           'from=NOT_A_DAY, plus=NOT_AN_INTEGER'",
        "2026-09-29,   1.5,         plus=NOT_AN_INTEGER",
        "2026-09-29,   0,           plus=NO_DAYS",
        "2026-09-29,   401,         plus=OUT_OF_RANGE",
        "2026-09-29,   -401,        plus=OUT_OF_RANGE",
        "2026-09-29,   1e999999999, plus=NOT_AN_INTEGER",
        "2026-09-29,   99999999999999999999999, plus=TOO_LONG",
        "2026-09-29,   {{7*7}},     plus=NOT_AN_INTEGER",
    })
    void refusesEveryFieldThatCannotBeTaken(String from, String plus, String problems) {
        assertThat(problems(questions::workingDays, fields("from", from, "plus", plus)))
                .hasToString("{" + problems + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "'',         '',   '',       '',    'days=REQUIRED, from=REQUIRED, kind=REQUIRED'",
        "2026-09-29, -1,   CALENDAR, true,  days=OUT_OF_RANGE",
        "2026-09-29, 1001, CALENDAR, true,  days=OUT_OF_RANGE",
        "2026-09-29, 0,    WORKING,  true,  days=OUT_OF_RANGE",
        "2026-09-29, 401,  WORKING,  true,  days=OUT_OF_RANGE",
        "2026-09-29, 5,    working,  true,  kind=NOT_A_CHOICE",
        "2026-09-29, 5,    HOURS,    maybe, 'kind=NOT_A_CHOICE, rollOver=NOT_A_CHOICE'",
    })
    void refusesEveryFieldOfATermThatCannotBeTaken(
            String from, String days, String kind, String rollOver, String problems) {
        assertThat(problems(questions::due, fields("from", from, "days", days, "kind", kind, "rollOver", rollOver)))
                .hasToString("{" + problems + "}");
    }

    @Test
    void theEdgesOfTheRangeAreAnswered() {
        assertThat(questions
                        .due(fields("from", "2099-12-31", "days", "1000", "kind", "CALENDAR"))
                        .estimated())
                .isTrue();
        assertThat(questions
                        .workingDays(fields("from", "1990-01-01", "plus", "-400"))
                        .estimated())
                .isTrue();
    }

    @Test
    void aProblemSaysItselfInChinese() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages/shared", "messages/calendar");
        words.setDefaultEncoding("UTF-8");

        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> questions.due(fields("from", "2026-09-29", "days", "1001", "kind", "CALENDAR")));

        assertThat(refused.problems())
                .extracting(problem -> problem.inWords(words))
                .containsExactly("“天数”应在0到1000之间。");
    }

    private static Map<String, String> problems(Function<Fields, DueDay> question, Fields fields) {
        var refused = catchThrowableOfType(InvalidInput.class, () -> question.apply(fields));
        var problems = new TreeMap<String, String>();
        refused.problems().forEach(problem -> problems.put(problem.field(), problem.code()));
        return problems;
    }

    private static Fields fields(String... namesAndValues) {
        var values = new TreeMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Fields(values, ZoneId.of("Asia/Shanghai"));
    }
}
