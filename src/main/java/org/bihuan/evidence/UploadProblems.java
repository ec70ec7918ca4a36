package org.bihuan.evidence;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Says in Chinese why a file was not taken, also when the server gave up on the request before any room saw it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadProblems {
    private final MessageSource words;

    UploadProblems(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(EvidenceRefused refusal, Locale locale) {
        var tooLarge = refusal.code().equals("TOO_LARGE");
        var status = tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
        return problem(status, refusal.code(), "evidence." + refusal.code(), locale);
    }

    @ExceptionHandler
    ProblemDetail notStored(EvidenceNotStored failure, Locale locale) {
        return problem(HttpStatus.valueOf(failure.status()), failure.code(), "evidence." + failure.code(), locale);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException refusal, Locale locale) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LARGE", "upload.TOO_LARGE", locale);
    }

    /** The parts are written to the disk as they come, so a full disk shows here first. */
    @ExceptionHandler
    ProblemDetail notRead(MultipartException failure, Locale locale) {
        var full = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException io && EvidenceNotStored.saysFull(io));
        return full
                ? problem(HttpStatus.INSUFFICIENT_STORAGE, "STORAGE_FULL", "evidence.STORAGE_FULL", locale)
                : problem(HttpStatus.BAD_REQUEST, "INCOMPLETE", "evidence.INCOMPLETE", locale);
    }

    private ProblemDetail problem(HttpStatus status, String code, String sentence, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, words.getMessage(sentence, null, locale));
        problem.setProperty("code", code);
        return problem;
    }
}
