package org.bihuan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Our scripts and styles, also those inside Camunda's applications, have fixed names and, so that two builds of one commit are
 * alike, a fixed date: by that date alone a browser would keep yesterday's for ever. Browsers keep them, but ask each time,
 * and their content decides.
 */
@Component
class FreshFiles extends ShallowEtagHeaderFilter {
    private static final String APPS = "/camunda/app/";
    private static final List<String> IN_APPS = List.of("/scripts/", "/locales/", "/styles/");
    private static final List<String> OF_PAGES = List.of("/css/", "/js/");
    private static final Set<String> DATES = Set.of(
            HttpHeaders.IF_MODIFIED_SINCE.toLowerCase(Locale.ROOT),
            HttpHeaders.IF_UNMODIFIED_SINCE.toLowerCase(Locale.ROOT));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        var ours = path.startsWith(APPS)
                ? IN_APPS.stream().anyMatch(path::contains)
                : OF_PAGES.stream().anyMatch(path::startsWith);
        return !ours;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // instead of no-store: keep, but ask
        super.doFilterInternal(new WithoutDates(request), response, chain);
    }

    /** A request that knows nothing of dates. */
    private static final class WithoutDates extends HttpServletRequestWrapper {
        WithoutDates(HttpServletRequest request) {
            super(request);
        }

        @Override
        public long getDateHeader(String name) {
            return isDate(name) ? -1 : super.getDateHeader(name);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isDate(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isDate(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isDate(String name) {
            return DATES.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
