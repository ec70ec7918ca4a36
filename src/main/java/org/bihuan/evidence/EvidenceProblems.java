package org.bihuan.evidence;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in Chinese why a file was not taken; what the other rooms refuse is answered elsewhere. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EvidenceProblems {
    private final MessageSource words;

    EvidenceProblems(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(EvidenceRefused refusal, Locale locale) {
        var tooLarge = refusal.code().equals("TOO_LARGE");
        var status = tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
        return problem(status, refusal.code(), locale);
    }

    @ExceptionHandler
    ProblemDetail notStored(EvidenceNotStored failure, Locale locale) {
        return problem(HttpStatus.valueOf(failure.status()), failure.code(), locale);
    }

    private ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        var sentence = words.getMessage("evidence." + code, null, locale);
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        return problem;
    }
}
