package org.bihuan.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * A login as the session keeps it: who, and with which version of the password. Roles, whether the account is open and whether
 * the password still counts are looked up with each request, so that a change, a reset or a closed account ends every other
 * login of that person at once, on every node, and no object of a library has to survive its next release in a session.
 */
@Component
class LoginInSession implements SecurityContextRepository {
    private static final String LOGIN = "bihuan.login";
    private static final Pattern KEPT = Pattern.compile("(\\S+) (\\d{1,9})");

    private final Organisation organisation;
    private final Credentials credentials;

    LoginInSession(Organisation organisation, Credentials credentials) {
        this.organisation = organisation;
        this.credentials = credentials;
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return kept(request).isPresent();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnceAsked(request);
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // the interface still demands it
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return loadDeferredContext(exchange.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof LoggedIn login) {
            request.getSession().setAttribute(LOGIN, login.person() + " " + login.version());
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(LOGIN);
        }
    }

    private Optional<LoggedIn> login(HttpServletRequest request) {
        return kept(request).flatMap(kept -> {
            var parts = KEPT.matcher(kept);
            if (!parts.matches() || !PersonId.isWellFormed(parts.group(1))) {
                return Optional.empty();
            }
            var version = Integer.parseInt(parts.group(2));
            return organisation
                    .person(PersonId.of(parts.group(1)))
                    .filter(Person::active)
                    .flatMap(person -> credentials
                            .of(person.id())
                            .filter(credential -> credential.version() == version)
                            .map(credential -> LoggedIn.of(person, credential)));
        });
    }

    private static Optional<String> kept(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(LOGIN) instanceof String login
                ? Optional.of(login)
                : Optional.empty();
    }

    /** Most requests for static parts never ask. */
    private final class OnceAsked implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext answer;
        private boolean generated;

        OnceAsked(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (answer == null) {
                answer = SecurityContextHolder.createEmptyContext();
                var login = login(request);
                login.ifPresent(answer::setAuthentication);
                generated = login.isEmpty();
            }
            return answer;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
