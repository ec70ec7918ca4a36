package org.bihuan.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda keeps what it knows of a login (groups, applications) in the session and puts it there again with each request. Here it
 * stays in the memory of the node, which looks it up if it has none: nothing of Camunda's is written with the session each
 * time, and none has to be read by its next release.
 */
class LoginsOfThisNode extends OncePerRequestFilter {
    private static final String KEPT_BY_CAMUNDA = "authenticatedUser";
    private static final int MOST = 2_000;

    private final Map<String, Object> logins = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > MOST;
        }
    });

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Here(request), response);
    }

    private final class Here extends HttpServletRequestWrapper {
        Here(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return here(super.getSession());
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            var session = super.getSession(create);
            return session == null ? null : here(session);
        }
    }

    private HttpSession here(HttpSession session) {
        return (HttpSession) Proxy.newProxyInstance(
                LoginsOfThisNode.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> arguments != null && KEPT_BY_CAMUNDA.equals(arguments[0])
                        ? kept(session.getId(), method, arguments)
                        : inTheSession(session, method, arguments));
    }

    private @Nullable Object kept(String session, Method method, Object[] arguments) {
        if (method.getName().equals("getAttribute")) {
            return logins.get(session);
        }
        if (method.getName().equals("setAttribute")) {
            logins.put(session, arguments[1]);
        } else {
            logins.remove(session);
        }
        return null;
    }

    private @Nullable Object inTheSession(HttpSession session, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            if (method.getName().equals("invalidate")) {
                logins.remove(session.getId());
            }
            return method.invoke(session, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }
}
