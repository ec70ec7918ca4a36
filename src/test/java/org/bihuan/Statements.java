package org.bihuan;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what the application under test says to its database, at the driver's edge: each round trip once, a batch as one.
 * Only the asking thread is listened to, so background work of others does not disturb.
 */
public class Statements implements BeanPostProcessor {
    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable List<Plan>> EXPLAINED = new ThreadLocal<>();
    private static final Set<String> ROUND_TRIPS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    /** The statements of this piece of work, which takes its connections itself, in their order, white space folded. */
    public List<String> of(Runnable work) {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.remove();
        }
        return heard;
    }

    /** What the database would do for one of our statements. */
    public record Plan(String sql, String text) {}

    /**
     * How the database goes about the prepared statements of this piece of work, asked just before each with its own values;
     * inside of {@link #of}, where the connection comes from.
     */
    public List<Plan> plansOf(Runnable work) {
        var plans = new ArrayList<Plan>();
        EXPLAINED.set(plans);
        try {
            work.run();
        } finally {
            EXPLAINED.remove();
        }
        return plans;
    }

    /** The pool stays what it is for those who ask for its kind; only its connections are overheard. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource)) {
            return bean;
        }
        var pool = new ProxyFactory(bean);
        pool.setProxyTargetClass(true);
        pool.addAdvice((MethodInterceptor) call -> {
            var result = call.proceed();
            return result instanceof Connection connection && HEARD.get() != null
                    ? overheard(Connection.class, connection, "")
                    : result;
        });
        return pool.getProxy();
    }

    private static <T> T overheard(Class<T> door, T behind, String sql) {
        return door.cast(
                Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {door}, new Ear(behind, sql)));
    }

    /** Gives another statement the same value. */
    private interface Given {
        void to(PreparedStatement other) throws ReflectiveOperationException;
    }

    private static final class Ear implements InvocationHandler {
        private final Object behind;
        /** Of the statement behind; empty for a connection and for a statement that hears its text when it runs. */
        private final String sql;

        private final List<Given> given = new ArrayList<>();

        Ear(Object behind, String sql) {
            this.behind = behind;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            var text = arguments != null && arguments.length > 0 && arguments[0] instanceof String first ? first : sql;
            try {
                if (behind instanceof Statement) {
                    hear(method, arguments, text);
                }
                return listening(method.invoke(behind, arguments), text);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        private void hear(Method method, Object @Nullable [] arguments, String text)
                throws SQLException, ReflectiveOperationException {
            var heard = HEARD.get();
            if (heard != null && ROUND_TRIPS.contains(method.getName())) {
                heard.add(text.replaceAll("\\s+", " ").strip());
            }
            if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
                given.add(other -> method.invoke(other, arguments));
            }
            var explained = EXPLAINED.get();
            if (explained != null && !sql.isEmpty() && ROUND_TRIPS.contains(method.getName())) {
                explained.add(new Plan(sql, plan(((Statement) behind).getConnection())));
            }
        }

        private String plan(Connection connection) throws SQLException, ReflectiveOperationException {
            try (var question = connection.prepareStatement("explain (costs off) " + sql)) {
                for (var value : given) {
                    value.to(question);
                }
                var lines = new StringBuilder();
                try (var plan = question.executeQuery()) {
                    while (plan.next()) {
                        lines.append(plan.getString(1)).append('\n');
                    }
                }
                return lines.toString();
            }
        }

        private @Nullable Object listening(@Nullable Object result, String text) {
            if (!(behind instanceof Connection)) {
                return result;
            }
            if (result instanceof CallableStatement call) {
                return overheard(CallableStatement.class, call, text);
            }
            if (result instanceof PreparedStatement prepared) {
                return overheard(PreparedStatement.class, prepared, text);
            }
            return result instanceof Statement statement ? overheard(Statement.class, statement, "") : result;
        }
    }
}
