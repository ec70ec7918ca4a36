package org.bihuan.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.bihuan.engine.DecisionTable.Between;
import org.bihuan.engine.DecisionTable.Exactly;
import org.bihuan.engine.DecisionTable.Test;

/**
 * One input of a table cut into the fewest pieces that no cell of its column divides: words, yes and no, or stretches of whole
 * numbers.
 *
 * @param pieces in order; each is a String, a Boolean or a {@link Stretch}
 */
record Axis(List<Object> pieces) {

    /** Whole numbers, both ends included. */
    record Stretch(long from, long to) {}

    /** @param column all cells of the input, which decide where numbers are cut */
    static Axis of(Domain domain, List<Test> column) {
        if (domain instanceof Domain.Words words) {
            return new Axis(List.copyOf(words.words()));
        }
        if (domain instanceof Domain.Numbers numbers) {
            return new Axis(stretches(numbers, column));
        }
        if (domain instanceof Domain.Truth) {
            return new Axis(List.of(true, false));
        }
        throw new IllegalArgumentException("no domain of an input: " + domain);
    }

    private static List<Object> stretches(Domain.Numbers numbers, List<Test> column) {
        var begins = new TreeSet<BigDecimal>();
        for (var test : column) {
            for (var accepted : test.accepts()) {
                if (accepted instanceof Exactly one && one.value() instanceof BigDecimal number) {
                    begins.add(ceiling(number));
                    begins.add(floor(number).add(BigDecimal.ONE));
                } else if (accepted instanceof Between range) {
                    if (range.low() != null) {
                        begins.add(
                                range.lowIncluded()
                                        ? ceiling(range.low())
                                        : floor(range.low()).add(BigDecimal.ONE));
                    }
                    if (range.high() != null) {
                        begins.add(
                                range.highIncluded() ? floor(range.high()).add(BigDecimal.ONE) : ceiling(range.high()));
                    }
                }
            }
        }
        var inside =
                begins.subSet(BigDecimal.valueOf(numbers.least()), false, BigDecimal.valueOf(numbers.most()), true);
        var pieces = new ArrayList<Object>();
        var from = numbers.least();
        for (var begin : inside) {
            pieces.add(new Stretch(from, begin.longValueExact() - 1));
            from = begin.longValueExact();
        }
        pieces.add(new Stretch(from, numbers.most()));
        return pieces;
    }

    private static BigDecimal ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING);
    }

    private static BigDecimal floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR);
    }

    /** Which pieces a cell accepts. */
    BitSet accepted(Test test) {
        var accepted = new BitSet(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            accepted.set(
                    i, RuleTable.accepts(test, piece instanceof Stretch stretch ? (Object) stretch.from() : piece));
        }
        return accepted;
    }

    BitSet all() {
        var all = new BitSet(pieces.size());
        all.set(0, pieces.size());
        return all;
    }
}
