package org.bihuan.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bihuan.engine.DecisionTable;
import org.bihuan.engine.DecisionTable.Accepted;
import org.bihuan.engine.DecisionTable.Between;
import org.bihuan.engine.DecisionTable.Column;
import org.bihuan.engine.DecisionTable.Exactly;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.engine.DecisionTable.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Gaps and overlaps of a table, by hand and against asking every question one by one. */
class CoverageTests {
    private static final Domain GRADE = new Domain.Words("grade.", List.of("GENERAL", "MAJOR"));
    private static final Domain DAYS = new Domain.Numbers(0, 20);

    @Test
    void aTableThatAnswersEverythingOnceHasNeitherGapNorOverlap() {
        var coverage = coverage(
                List.of(GRADE, DAYS),
                List.of(word("GENERAL"), any()),
                List.of(word("MAJOR"), between(null, true, 10, true)),
                List.of(word("MAJOR"), between(10, false, null, true)));

        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.overlaps()).isEmpty();
        assertThat(coverage.idle()).isEmpty();
    }

    @Test
    void aHoleBetweenTwoRangesIsAGap() {
        var coverage = coverage(
                List.of(DAYS), List.of(between(null, true, 10, false)), List.of(between(10, false, null, true)));

        assertThat(coverage.gaps()).hasSize(1);
        assertThat(coverage.axes()
                        .get(0)
                        .pieces()
                        .get(coverage.gaps().get(0).sides().get(0).nextSetBit(0)))
                .isEqualTo(new Axis.Stretch(10, 10));
    }

    @Test
    void twoRangesThatShareTheirBorderOverlap() {
        var coverage =
                coverage(List.of(DAYS), List.of(between(null, true, 10, true)), List.of(between(10, true, null, true)));

        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.first()).isZero();
            assertThat(overlap.second()).isEqualTo(1);
        });
    }

    @Test
    void aNegatedCellAcceptsEverythingElse() {
        var coverage = coverage(
                List.of(GRADE),
                List.of(new DecisionTable.Test("not(\"MAJOR\")", List.of(new Exactly("MAJOR")), true, true)),
                List.of(word("MAJOR")));

        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.overlaps()).isEmpty();
    }

    @Test
    void aRangeOutsideOfWhatMayBeAskedIsIdle() {
        assertThat(coverage(List.of(DAYS), List.of(any()), List.of(between(30, true, 40, true)))
                        .idle())
                .containsExactly(1);
    }

    @Test
    void aRowBehindOneThatAnswersAllOfItIsHidden() {
        assertThat(coverage(
                                List.of(DAYS),
                                List.of(between(0, true, 10, true)),
                                List.of(between(11, true, 20, true)),
                                List.of(between(5, true, 15, true)))
                        .hidden())
                .containsExactly(2);
    }

    /** A random table, asked every question: what no row accepts is a gap, what two accept an overlap, and nothing else is. */
    @RepeatedTest(200)
    void agreesWithAskingEveryQuestion(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var rows = IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> List.of(someWord(random), someRange(random), someTruth(random)))
                .toList();
        var table = table(rows);
        var coverage = Coverage.of(table, List.of(GRADE, DAYS, new Domain.Truth()));
        var gaps = coverage.gaps();
        var overlaps = coverage.overlaps();

        for (var grade : List.of("GENERAL", "MAJOR")) {
            for (int days = 0; days <= 20; days++) {
                for (var truth : List.of(true, false)) {
                    var question = List.<Object>of(grade, days, truth);
                    var hits = new RuleTable(table)
                            .rowsFor(Map.of("in0", grade, "in1", days, "in2", truth)).stream()
                                    .map(Row::number)
                                    .toList();
                    assertThat(gaps.stream()
                                    .filter(box -> holds(coverage, box, question))
                                    .count())
                            .as("gaps for %s in %s", question, rows)
                            .isEqualTo(hits.isEmpty() ? 1 : 0);
                    assertThat(overlaps.stream()
                                    .filter(overlap -> holds(coverage, overlap.shared(), question))
                                    .count())
                            .as("overlaps for %s in %s", question, rows)
                            .isEqualTo((long) hits.size() * (hits.size() - 1) / 2);
                }
            }
        }
    }

    private static boolean holds(Coverage coverage, Box box, List<Object> question) {
        return IntStream.range(0, question.size()).allMatch(i -> {
            var pieces = coverage.axes().get(i).pieces();
            var piece = IntStream.range(0, pieces.size())
                    .filter(at -> pieces.get(at) instanceof Axis.Stretch stretch
                            ? stretch.from() <= (Integer) question.get(i) && stretch.to() >= (Integer) question.get(i)
                            : pieces.get(at).equals(question.get(i)))
                    .findFirst()
                    .orElseThrow();
            return box.sides().get(i).get(piece);
        });
    }

    private static DecisionTable.Test someWord(Random random) {
        return random.nextInt(3) == 0 ? any() : word(random.nextBoolean() ? "GENERAL" : "MAJOR");
    }

    private static DecisionTable.Test someTruth(Random random) {
        return random.nextBoolean() ? any() : test(new Exactly(random.nextBoolean()));
    }

    private static DecisionTable.Test someRange(Random random) {
        var accepted = new ArrayList<Accepted>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var low = random.nextInt(22) - 1;
            accepted.add(
                    random.nextInt(4) == 0
                            ? new Exactly(BigDecimal.valueOf(low))
                            : new Between(
                                    BigDecimal.valueOf(low),
                                    random.nextBoolean(),
                                    BigDecimal.valueOf(low + random.nextInt(10)),
                                    random.nextBoolean()));
        }
        return new DecisionTable.Test(
                accepted.toString(), accepted, !accepted.isEmpty() && random.nextInt(4) == 0, true);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Coverage coverage(List<Domain> domains, List<DecisionTable.Test>... rows) {
        return Coverage.of(table(List.of(rows)), domains);
    }

    private static DecisionTable table(List<List<DecisionTable.Test>> rows) {
        var width = rows.get(0).size();
        return new DecisionTable(
                "t",
                "t",
                "",
                "UNIQUE",
                IntStream.range(0, width)
                        .mapToObj(i -> new Column("in" + i, "in" + i, ""))
                        .toList(),
                List.of(new Column("out", "out", "")),
                IntStream.range(0, rows.size())
                        .mapToObj(i ->
                                new Row(i + 1, rows.get(i), List.of(new Value("1", Optional.of(BigDecimal.ONE))), "s"))
                        .toList());
    }

    private static DecisionTable.Test any() {
        return new DecisionTable.Test("", List.of(), false, true);
    }

    private static DecisionTable.Test word(String word) {
        return test(new Exactly(word));
    }

    private static DecisionTable.Test between(
            @Nullable Integer low, boolean lowIncluded, @Nullable Integer high, boolean highIncluded) {
        return test(new Between(
                low == null ? null : BigDecimal.valueOf(low),
                lowIncluded,
                high == null ? null : BigDecimal.valueOf(high),
                highIncluded));
    }

    private static DecisionTable.Test test(Accepted accepted) {
        return new DecisionTable.Test(accepted.toString(), List.of(accepted), false, true);
    }
}
