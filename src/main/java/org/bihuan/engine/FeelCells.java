package org.bihuan.engine;

import camundajar.impl.scala.collection.immutable.List;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import org.bihuan.engine.DecisionTable.Accepted;
import org.bihuan.engine.DecisionTable.Between;
import org.bihuan.engine.DecisionTable.Exactly;
import org.bihuan.engine.DecisionTable.Test;
import org.bihuan.engine.DecisionTable.Value;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.Nullable;

/**
 * Cells of decision tables, read by the parser of the engine that will evaluate them. Of FEEL only plain values, their lists,
 * ranges of numbers and {@code not(...)} are understood: what is more cannot be checked for gaps and overlaps.
 */
final class FeelCells {
    /** A number longer than this is a mistake of the keyboard. */
    private static final int LONGEST_NUMBER = 18;

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    Test test(String text) {
        if (text.isBlank() || text.strip().equals("-")) {
            return new Test(text, java.util.List.of(), false, true);
        }
        var parsed = feel.parseUnaryTests(text);
        if (!parsed.isSuccess()) {
            return beyond(text);
        }
        var whole = parsed.parsedExpression().expression();
        var negated = whole instanceof Not;
        var accepted = new ArrayList<Accepted>();
        var understood = collect(negated ? ((Not) whole).x() : whole, accepted);
        return understood ? new Test(text, accepted, negated, true) : beyond(text);
    }

    Value value(String text) {
        if (text.isBlank()) {
            return new Value(text, Optional.empty());
        }
        var parsed = feel.parseExpression(text);
        return new Value(
                text,
                parsed.isSuccess()
                        ? Optional.ofNullable(plain(parsed.parsedExpression().expression()))
                        : Optional.empty());
    }

    private static Test beyond(String text) {
        return new Test(text, java.util.List.of(), false, false);
    }

    private static boolean collect(Exp expression, java.util.List<Accepted> into) {
        if (expression instanceof AtLeastOne list) {
            for (List<Exp> rest = list.xs(); !rest.isEmpty(); rest = tail(rest)) {
                if (!collect(rest.head(), into)) {
                    return false;
                }
            }
            return true;
        }
        var one = accepted(expression);
        if (one != null) {
            into.add(one);
        }
        return one != null;
    }

    @SuppressWarnings("unchecked") // the tail of a list of expressions is one
    private static List<Exp> tail(List<Exp> list) {
        return (List<Exp>) list.tail();
    }

    private static @Nullable Accepted accepted(Exp expression) {
        if (expression instanceof UnaryTestExpression test) {
            return exactly(test.exp());
        }
        if (expression instanceof InputEqualTo test) {
            return exactly(test.x());
        }
        if (expression instanceof InputLessThan test) {
            return between(null, false, number(test.x()), false);
        }
        if (expression instanceof InputLessOrEqual test) {
            return between(null, false, number(test.x()), true);
        }
        if (expression instanceof InputGreaterThan test) {
            return between(number(test.x()), false, null, false);
        }
        if (expression instanceof InputGreaterOrEqual test) {
            return between(number(test.x()), true, null, false);
        }
        if (expression instanceof InputInRange test) {
            var start = test.range().start();
            var end = test.range().end();
            var low = number(start.value());
            var high = number(end.value());
            return low == null || high == null
                    ? null
                    : new Between(
                            low,
                            start instanceof ClosedConstRangeBoundary,
                            high,
                            end instanceof ClosedConstRangeBoundary);
        }
        return null;
    }

    private static @Nullable Accepted exactly(Exp expression) {
        var value = plain(expression);
        return value == null ? null : new Exactly(value);
    }

    private static @Nullable Accepted between(
            @Nullable BigDecimal low, boolean lowIncluded, @Nullable BigDecimal high, boolean highIncluded) {
        return low == null && high == null ? null : new Between(low, lowIncluded, high, highIncluded);
    }

    private static @Nullable Object plain(Exp expression) {
        if (expression instanceof ConstString text) {
            return text.value();
        }
        if (expression instanceof ConstBool truth) {
            return truth.value();
        }
        return number(expression);
    }

    private static @Nullable BigDecimal number(Exp expression) {
        if (expression instanceof ConstNumber number) {
            var value = number.value().bigDecimal();
            return value.precision() > LONGEST_NUMBER || Math.abs(value.scale()) > LONGEST_NUMBER ? null : value;
        }
        if (expression instanceof ArithmeticNegation minus && minus.x() instanceof ConstNumber) {
            var value = number(minus.x());
            return value == null ? null : value.negate();
        }
        return null;
    }
}
