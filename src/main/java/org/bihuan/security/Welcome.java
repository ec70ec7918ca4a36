package org.bihuan.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Where a login leads: to where the person was going; with a password for one login to the page where it is changed. */
@Component
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {
    private final HttpSessionRequestCache destinations = pagesOnly();
    private final Credentials credentials;
    private final CredentialEvents events;

    Welcome(Credentials credentials, CredentialEvents events) {
        this.credentials = credentials;
        this.events = events;
        setRequestCache(destinations);
    }

    HttpSessionRequestCache destinations() {
        return destinations;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (!(authentication instanceof LoggedIn login) || !login.mustChange()) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else if (credentials.useUp(login.person(), login.version())) {
            events.used(login.person(), request.getRemoteAddr());
            response.sendRedirect("/password");
        } else {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            response.sendRedirect("/login?spent");
        }
    }

    /** What pages fetch in the background is no destination. */
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && Stream.of("/camunda/api/", "/api/", "/forms/", "/error", "/logout", "/password")
                        .noneMatch(request.getRequestURI()::startsWith));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
