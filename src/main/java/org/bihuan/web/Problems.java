package org.bihuan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where an exception becomes an answer: refusals in their words, defects as a number. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100) // behind a room that knows more, before Spring's own
class Problems {
    private final ProblemsInWords refusals;
    private final SpringProblems springs;
    private final Defects defects;
    private final ProblemAnswers answers;

    Problems(ProblemsInWords refusals, SpringProblems springs, Defects defects, ProblemAnswers answers) {
        this.refusals = refusals;
        this.springs = springs;
        this.defects = defects;
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    Object answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // the door answers
        }
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return null; // the asker has gone, or has half an answer already
        }
        var path = request.getRequestURI();
        var problem = refusals.refusal(failure)
                .or(() -> springs.of(failure))
                .orElseGet(() -> defects.note(failure, request.getMethod(), path));
        return answers.answer(problem, request, path);
    }
}
