package org.bihuan.web;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.shared.InvalidInput;
import org.springframework.core.MethodParameter;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says what Spring refuses before or behind our rooms: the shape of a request, and the state of the database. */
@Component
class SpringProblems {
    /** SQLSTATE class "data exception": a text with a NUL, a number that no column holds. */
    private static final String DATA_EXCEPTION = "22";

    /** SQLSTATE class "connection exception", and a server that shuts down or starts. */
    private static final Set<String> AWAY = Set.of("08", "57P0");

    private static final String SOON = "30"; // seconds

    private final ProblemsInWords inWords;

    SpringProblems(ProblemsInWords inWords) {
        this.inWords = inWords;
    }

    /** Empty when it is a defect of ours. */
    Optional<Problem> of(Throwable failure) {
        return shape(failure).or(() -> state(failure)).or(() -> other(failure));
    }

    /** What an answer of a status alone means, for example from a filter. */
    Problem of(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> inWords.of(status, "NOT_ALLOWED");
            case NOT_FOUND -> inWords.of(status, "NOT_FOUND");
            case METHOD_NOT_ALLOWED -> inWords.of(status, "METHOD_NOT_SUPPORTED");
            case NOT_ACCEPTABLE -> inWords.of(status, "FORMAT_NOT_AVAILABLE");
            case UNSUPPORTED_MEDIA_TYPE -> inWords.of(status, "FORMAT_NOT_SUPPORTED");
            case PAYLOAD_TOO_LARGE -> inWords.of(status, "TOO_LARGE");
            case SERVICE_UNAVAILABLE -> busy();
            default -> inWords.of(status, "BAD_REQUEST");
        };
    }

    private Optional<Problem> shape(Throwable failure) {
        if (failure instanceof HttpMessageNotReadableException) {
            return Optional.of(inWords.of(HttpStatus.BAD_REQUEST, "UNREADABLE_BODY"));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(required(missing.getParameterName()));
        }
        if (failure instanceof MissingServletRequestPartException missing) {
            return Optional.of(required(missing.getRequestPartName()));
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return Optional.of(required(missing.getHeaderName()));
        }
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return Optional.of(
                    isPartOfTheAddress(wrong.getParameter())
                            ? inWords.of(HttpStatus.NOT_FOUND, "NOT_FOUND")
                            : inWords.of(new InvalidInput(wrong.getName(), "WRONG_TYPE")));
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return Optional.of(inWords.of(HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LARGE"));
        }
        if (failure instanceof MultipartException) {
            return Optional.of(
                    isForWantOfRoom(failure)
                            ? inWords.of(HttpStatus.INSUFFICIENT_STORAGE, "STORAGE_FULL")
                            : inWords.of(HttpStatus.BAD_REQUEST, "UNREADABLE_UPLOAD"));
        }
        if (failure
                instanceof RequestRejectedException) { // control characters in the name of a parameter or in a header
            return Optional.of(of(HttpStatus.BAD_REQUEST));
        }
        return Optional.empty();
    }

    private Optional<Problem> state(Throwable failure) {
        if (failure instanceof ConcurrencyFailureException || failure instanceof DuplicateKeyException) {
            return Optional.of(inWords.of(HttpStatus.CONFLICT, "CHANGED_MEANWHILE"));
        }
        if (ProblemsInWords.causes(failure).anyMatch(SpringProblems::isForWantOfTheDatabase)) {
            return Optional.of(busy());
        }
        var unstorable = ProblemsInWords.causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION));
        return unstorable ? Optional.of(inWords.of(HttpStatus.BAD_REQUEST, "UNREADABLE_TEXT")) : Optional.empty();
    }

    /** It does not answer, has no connection left, or has gone in the middle of the work: then not even a rollback succeeds. */
    private static boolean isForWantOfTheDatabase(Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof QueryTimeoutException
                || (cause instanceof SQLException sql
                        && AWAY.stream().anyMatch(String.valueOf(sql.getSQLState())::startsWith));
    }

    private Optional<Problem> other(Throwable failure) {
        if (failure instanceof ErrorResponse said) {
            var status = HttpStatus.resolve(said.getStatusCode().value());
            return Optional.ofNullable(status)
                    .filter(known -> known != HttpStatus.INTERNAL_SERVER_ERROR)
                    .map(known -> with(of(known), said.getHeaders()));
        }
        return failure instanceof ServletRequestBindingException
                ? Optional.of(of(HttpStatus.BAD_REQUEST))
                : Optional.empty();
    }

    /** The parts of an upload are written to the disk before any room sees them, so a full disk may show here first. */
    private static boolean isForWantOfRoom(Throwable failure) {
        return ProblemsInWords.causes(failure)
                .anyMatch(cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left"));
    }

    private Problem required(String field) {
        return inWords.of(new InvalidInput(field, "REQUIRED"));
    }

    private Problem busy() {
        var later = new HttpHeaders();
        later.set(HttpHeaders.RETRY_AFTER, SOON);
        return with(inWords.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY"), later);
    }

    private static boolean isPartOfTheAddress(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(PathVariable.class);
    }

    private static Problem with(Problem problem, HttpHeaders headers) {
        return new Problem(problem.status(), problem.code(), problem.detail(), List.of(), headers, null);
    }
}
