package org.bihuan.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of our diagrams as ever, but those of task queries only when they are on a short list: inside an
 * OR query Camunda 7.24.0 evaluates what any user sends (CVE-2026-109432). Queries are known by their missing scope.
 *
 * <p>Reaches into the engine's inside; {@code QueryExpressionTests} fail if an engine behaves otherwise.
 */
class GuardedExpressions extends SpringExpressionManager {
    /** What our own stored filters say: who I am, my groups, now, and now plus or minus a number. */
    private static final Pattern HARMLESS =
            Pattern.compile("\\s*[#$]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.(plus|minus|with)[A-Za-z]+\\(-?\\d{0,4}\\)|\\.toDate\\(\\))*)\\s*}\\s*");

    GuardedExpressions(ApplicationContext context) {
        super(context, null);
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new Guarded(createValueExpression(text), this, text);
    }

    private static final class Guarded extends JuelExpression {
        Guarded(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope) {
            check(scope);
            return super.getValue(scope);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, BaseDelegateExecution context) {
            check(scope);
            return super.getValue(scope, context);
        }

        private void check(@Nullable VariableScope scope) {
            if (scope == null
                    && !isLiteralText()
                    && !HARMLESS.matcher(getExpressionText()).matches()) {
                throw new ProcessEngineException("expression refused");
            }
        }
    }
}
