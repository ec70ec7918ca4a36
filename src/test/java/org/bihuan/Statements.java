package org.bihuan;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
    private static final Set<String> ROUND_TRIPS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    /** The statements of this piece of work, in their order, white space folded. */
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
            return result instanceof Connection connection ? overheard(Connection.class, connection, "") : result;
        });
        return pool.getProxy();
    }

    private static <T> T overheard(Class<T> door, T behind, String sql) {
        return door.cast(
                Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {door}, new Ear(behind, sql)));
    }

    /** @param sql of the statement behind; empty for a connection and for a statement that hears its text when it runs */
    private record Ear(Object behind, String sql) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            var text = arguments != null && arguments.length > 0 && arguments[0] instanceof String first ? first : sql;
            var heard = HEARD.get();
            if (heard != null && behind instanceof Statement && ROUND_TRIPS.contains(method.getName())) {
                heard.add(text.replaceAll("\\s+", " ").strip());
            }
            try {
                return listening(method.invoke(behind, arguments), text);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
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
