package org.bihuan.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.evidence.EvidenceNotStored;
import org.bihuan.evidence.EvidenceRefused;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.bihuan.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** Says what our rooms refuse, wherever in the chain of causes it lies: the engine and proxies wrap what they let through. */
@Component
class ProblemsInWords {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final int DEEPEST = 30;

    private final MessageSource words;

    ProblemsInWords(MessageSource words) {
        this.words = words;
    }

    /** Empty when none of our rooms has refused anything. */
    Optional<Problem> refusal(Throwable failure) {
        return causes(failure).flatMap(cause -> refused(cause).stream()).findFirst();
    }

    Problem of(HttpStatusCode status, String code, Object... arguments) {
        return new Problem(status, code, sentence("problem." + code, arguments));
    }

    Problem of(InvalidInput input) {
        var errors = input.problems().stream()
                .map(problem -> new FieldError(problem.field(), problem.code(), problem.inWords(words)))
                .toList();
        var all = errors.stream().map(FieldError::message).collect(joining());
        var detail = errors.size() == 1 ? all : sentence("problem.INVALID_INPUT", String.valueOf(errors.size()), all);
        return new Problem(HttpStatus.BAD_REQUEST, "INVALID_INPUT", detail, errors, HttpHeaders.EMPTY, null);
    }

    /** The heading of an answer with this status. */
    String title(HttpStatusCode status) {
        return String.valueOf(words.getMessage("title." + status.value(), null, sentence("title.other"), CHINESE));
    }

    static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }

    private Optional<Problem> refused(Throwable cause) {
        if (cause instanceof InvalidInput input) {
            return Optional.of(of(input));
        }
        if (cause instanceof BusinessRuleViolated rule) {
            return refused(HttpStatus.UNPROCESSABLE_ENTITY, rule.code(), rule.messageKey(), rule.arguments());
        }
        if (cause instanceof EvidenceRefused file) {
            var tooLarge = file.code().equals("TOO_LARGE");
            var status = tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
            return refused(status, file.code(), "evidence." + file.code(), List.of());
        }
        if (cause instanceof EvidenceNotStored file) {
            return refused(HttpStatus.valueOf(file.status()), file.code(), "evidence." + file.code(), List.of());
        }
        if (cause instanceof Conflict conflict) {
            return refused(HttpStatus.CONFLICT, conflict.code(), "conflict." + conflict.code(), conflict.arguments());
        }
        if (cause instanceof NotVisible) {
            return Optional.of(of(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        }
        if (cause instanceof NotAllowed denied) {
            return refused(HttpStatus.FORBIDDEN, denied.code(), "denied." + denied.code(), List.of());
        }
        return Optional.empty();
    }

    private Optional<Problem> refused(HttpStatus status, String code, String key, List<Object> arguments) {
        return Optional.of(new Problem(status, code, sentence(key, arguments.toArray())));
    }

    /** A sentence that nobody has written yet must not show as its key. */
    private String sentence(String key, Object... arguments) {
        var places = Stream.of(arguments)
                .map(value -> value instanceof Number ? value.toString() : value) // without grouped digits
                .toArray();
        var otherwise = words.getMessage("problem.REFUSED", null, "", CHINESE);
        return String.valueOf(words.getMessage(key, places, otherwise, CHINESE));
    }
}
