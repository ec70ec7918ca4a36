package org.bihuan.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What people and programs hear at the door. Browsers on their way to a page are led to the login; everything else gets a
 * status and a Chinese sentence: problem details for our API, Camunda's own shape for Tasklist and Cockpit.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CAMUNDA_API = "/camunda/api/";
    private static final Set<String> STALE_PAGES = Set.of("/login", "/logout");
    private static final AuthenticationEntryPoint TO_LOGIN = new LoginUrlAuthenticationEntryPoint("/login");

    private final MessageSource words;
    private final ObjectMapper json;

    Refusals(MessageSource words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (isOnTheWayToAPage(request)) {
            TO_LOGIN.commence(request, response, cause);
            return;
        }
        if (mayChallenge(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Bihuan\", charset=\"UTF-8\"");
        }
        answer(request, response, HttpStatus.UNAUTHORIZED, "NOT_LOGGED_IN");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        var stale = cause instanceof CsrfException;
        var mustChange = LoggedIn.mustChangeThePassword(
                SecurityContextHolder.getContext().getAuthentication());
        if (stale && STALE_PAGES.contains(request.getRequestURI())) {
            // Open longer than its session: the same page again, with a token that counts.
            request.getRequestDispatcher(request.getRequestURI() + "/again").forward(request, response);
        } else if (mustChange && !stale) {
            if (isOnTheWayToAPage(request)) {
                response.sendRedirect("/password");
            } else {
                answer(request, response, HttpStatus.FORBIDDEN, "PASSWORD_CHANGE_REQUIRED");
            }
        } else if (wantsPage(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            answer(request, response, HttpStatus.FORBIDDEN, stale ? "PAGE_EXPIRED" : "NOT_ALLOWED");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        var sentence = words.getMessage("denied." + code, null, request.getLocale());
        Map<String, Object> body = new LinkedHashMap<>();
        var camunda = request.getRequestURI().startsWith(CAMUNDA_API);
        if (camunda) {
            body.put("type", code);
            body.put("message", sentence);
        } else {
            body.put("type", "about:blank");
            body.put("title", status.getReasonPhrase());
            body.put("status", status.value());
            body.put("detail", sentence);
            body.put("code", code);
        }
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(camunda ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body);
    }

    private static boolean isOnTheWayToAPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && wantsPage(request);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith(CAMUNDA_API);
    }

    /** A browser must never ask for a password by itself: it would then send it along with foreign pages' requests. */
    private static boolean mayChallenge(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") == null
                && !request.getRequestURI().startsWith("/camunda/");
    }
}
