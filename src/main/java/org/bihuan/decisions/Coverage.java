package org.bihuan.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.engine.DecisionTable;

/**
 * Which questions the rows of a table answer. Each row is a box in the space of all questions; gaps are what is left of the
 * space without the rows, overlaps are what two rows share.
 */
final class Coverage {
    /** More pieces than this and the table is too tangled for people, too. */
    private static final int TOO_MANY = 20_000;

    private final List<Axis> axes;
    private final List<Box> rows;

    private Coverage(List<Axis> axes, List<Box> rows) {
        this.axes = axes;
        this.rows = rows;
    }

    /** Two rows, counted from 0, that answer the same questions. */
    record Overlap(int first, int second, Box shared) {}

    /** @param domains of the inputs, in the table's order */
    static Coverage of(DecisionTable table, List<Domain> domains) {
        var axes = IntStream.range(0, domains.size())
                .mapToObj(i -> Axis.of(
                        domains.get(i),
                        table.rows().stream().map(row -> row.tests().get(i)).toList()))
                .toList();
        var rows = table.rows().stream()
                .map(row -> new Box(IntStream.range(0, axes.size())
                        .mapToObj(i -> axes.get(i).accepted(row.tests().get(i)))
                        .toList()))
                .toList();
        return new Coverage(axes, rows);
    }

    List<Axis> axes() {
        return axes;
    }

    /**
     * Questions that no row answers, as boxes that do not overlap.
     *
     * @throws ArithmeticException when the rows are too tangled to say
     */
    List<Box> gaps() {
        return left(new Box(axes.stream().map(Axis::all).toList()), rows);
    }

    /** In the order of the rows; every pair once. */
    List<Overlap> overlaps() {
        var overlaps = new ArrayList<Overlap>();
        for (int first = 0; first < rows.size(); first++) {
            for (int second = first + 1; second < rows.size(); second++) {
                var shared = rows.get(first).and(rows.get(second));
                if (!shared.isEmpty()) {
                    overlaps.add(new Overlap(first, second, shared));
                }
            }
        }
        return overlaps;
    }

    /** Rows, counted from 0, that no question within the domains reaches. */
    List<Integer> idle() {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).isEmpty())
                .boxed()
                .toList();
    }

    /** Rows, counted from 0, all of whose questions an earlier row answers. */
    List<Integer> hidden() {
        return IntStream.range(0, rows.size())
                .filter(row -> !rows.get(row).isEmpty()
                        && left(rows.get(row), rows.subList(0, row)).isEmpty())
                .boxed()
                .toList();
    }

    private static List<Box> left(Box whole, List<Box> rows) {
        var left = List.of(whole);
        for (var row : rows) {
            left = left.stream().flatMap(box -> box.without(row).stream()).toList();
            if (left.size() > TOO_MANY) {
                throw new ArithmeticException("too tangled");
            }
        }
        return left;
    }
}
