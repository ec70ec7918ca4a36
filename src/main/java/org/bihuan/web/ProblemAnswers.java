package org.bihuan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers a problem in the asker's shape: a page to a person, problem details (RFC 9457) to everything else. */
@Component
class ProblemAnswers {
    private static final String[] FOR_PROGRAMS = {"/api/", "/app-api/", "/v3/", "/actuator/", "/camunda/api/"};

    private final ProblemsInWords inWords;

    ProblemAnswers(ProblemsInWords inWords) {
        this.inWords = inWords;
    }

    /**
     * @param path that was asked for
     * @return what Spring shall answer
     */
    Object answer(Problem problem, HttpServletRequest request, String path) {
        return wantsPage(request, path) ? page(problem) : details(problem);
    }

    private ModelAndView page(Problem problem) {
        var page = new ModelAndView(problem.status().is5xxServerError() ? "error/5xx" : "error/4xx");
        page.setStatus(problem.status());
        page.addObject("heading", inWords.title(problem.status()));
        page.addObject("problem", problem);
        return page;
    }

    private ResponseEntity<ProblemDetail> details(Problem problem) {
        var details = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        details.setTitle(inWords.title(problem.status()));
        details.setProperty("code", problem.code());
        if (!problem.errors().isEmpty()) {
            details.setProperty("errors", problem.errors());
        }
        if (problem.reference() != null) {
            details.setProperty("reference", problem.reference());
        }
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(details);
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && Stream.of(FOR_PROGRAMS).noneMatch(path::startsWith);
    }
}
