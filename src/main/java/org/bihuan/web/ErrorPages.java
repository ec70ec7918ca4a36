package org.bihuan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong outside every controller: unknown addresses, refusals of filters, failures of pages half drawn. */
@Controller
class ErrorPages implements ErrorController {
    private final ProblemsInWords refusals;
    private final SpringProblems springs;
    private final Defects defects;
    private final ProblemAnswers answers;

    ErrorPages(ProblemsInWords refusals, SpringProblems springs, Defects defects, ProblemAnswers answers) {
        this.refusals = refusals;
        this.springs = springs;
        this.defects = defects;
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    Object answer(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return answers.answer(problem(request, path), request, path);
    }

    private Problem problem(HttpServletRequest request, String path) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return refusals.refusal(failure)
                    .or(() -> springs.of(failure))
                    .orElseGet(() -> defects.note(failure, request.getMethod(), path));
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND; // somebody has typed the address of this page
        if (status == null) {
            return springs.of(HttpStatus.BAD_REQUEST);
        }
        return status == HttpStatus.INTERNAL_SERVER_ERROR
                ? defects.note(new IllegalStateException("status 500 without a cause"), request.getMethod(), path)
                : springs.of(status);
    }
}
