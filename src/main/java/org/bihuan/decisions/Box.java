package org.bihuan.decisions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A set of questions: on each axis some of its pieces, in all combinations. */
record Box(List<BitSet> sides) {

    boolean isEmpty() {
        return sides.stream().anyMatch(BitSet::isEmpty);
    }

    Box and(Box other) {
        var common = new ArrayList<BitSet>();
        for (int i = 0; i < sides.size(); i++) {
            var side = (BitSet) sides.get(i).clone();
            side.and(other.sides.get(i));
            common.add(side);
        }
        return new Box(common);
    }

    /** What is left of this without the other: boxes that do not overlap. */
    List<Box> without(Box other) {
        if (and(other).isEmpty()) {
            return List.of(this);
        }
        var left = new ArrayList<Box>();
        var narrowed = new ArrayList<>(sides);
        for (int i = 0; i < sides.size(); i++) {
            var outside = (BitSet) sides.get(i).clone();
            outside.andNot(other.sides.get(i));
            if (!outside.isEmpty()) {
                var piece = new ArrayList<>(narrowed);
                piece.set(i, outside);
                left.add(new Box(piece));
            }
            var inside = (BitSet) sides.get(i).clone();
            inside.and(other.sides.get(i));
            narrowed.set(i, inside);
        }
        return left;
    }
}
