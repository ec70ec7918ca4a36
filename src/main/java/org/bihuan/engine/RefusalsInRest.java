package org.bihuan.engine;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in Chinese, through Camunda's own API, why a step was refused; Tasklist shows the {@code message} and keeps what was
 * typed. What is no refusal is left to Camunda.
 */
@Component
class RefusalsInRest {
    private static final int RULE_BROKEN = 422;
    private static final Pattern GONE = Pattern.compile("^Cannot find task|^task \\S+ doesn't exist");

    private final MessageSource words;

    RefusalsInRest(MessageSource words) {
        this.words = words;
    }

    /** One for each way an exception leaves the engine: wrapped by its web layer, by itself, or not at all. */
    List<ExceptionMapper<?>> mappers() {
        return List.of(new OfRestLayer(), new OfEngine(), new OfOurs(), new OfReader());
    }

    private Optional<Response> answerTo(Throwable failure) {
        var refusal = Causes.refusal(failure);
        if (refusal.isPresent()) {
            return refusal.flatMap(this::answerToOurs);
        }
        if (Causes.lostRace(failure)) {
            return Optional.of(answer(409, "SOMEBODY_WAS_FASTER", "conflict.SOMEBODY_WAS_FASTER"));
        }
        if (Causes.has(failure, TaskAlreadyClaimedException.class) || isAboutAGoneTask(failure)) {
            return Optional.of(answer(409, "TASK_GONE", "conflict.TASK_GONE"));
        }
        if (Causes.has(failure, AuthorizationException.class)) {
            return Optional.of(answer(403, "NOT_OFFERED", "denied.NOT_OFFERED"));
        }
        return UnreadableRequest.isBehind(failure)
                ? Optional.of(answer(400, "UNREADABLE", "denied.UNREADABLE"))
                : Optional.empty();
    }

    private Optional<Response> answerToOurs(RuntimeException refusal) {
        if (refusal instanceof BusinessRuleViolated broken) {
            return Optional.of(answer(
                    RULE_BROKEN,
                    broken.code(),
                    broken.messageKey(),
                    broken.arguments().toArray()));
        }
        if (refusal instanceof InvalidInput invalid) {
            return Optional.of(fieldByField(invalid));
        }
        if (refusal instanceof Conflict conflict) {
            return Optional.of(answer(
                    409,
                    conflict.code(),
                    "conflict." + conflict.code(),
                    conflict.arguments().toArray()));
        }
        if (refusal instanceof NotAllowed notAllowed) {
            return Optional.of(answer(403, notAllowed.code(), "denied." + notAllowed.code()));
        }
        if (refusal instanceof NotVisible) {
            return Optional.of(answer(404, "NOT_VISIBLE", "denied.NOT_OFFERED"));
        }
        return Optional.empty();
    }

    private Response fieldByField(InvalidInput invalid) {
        var sentences = invalid.problems().stream()
                .map(problem -> problem.inWords(words))
                .collect(Collectors.joining("\n"));
        var errors = invalid.problems().stream()
                .map(problem ->
                        Map.of("field", problem.field(), "code", problem.code(), "message", problem.inWords(words)))
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "INVALID_INPUT");
        body.put("message", sentences);
        body.put("errors", errors);
        return response(400, body);
    }

    private Response answer(int status, String code, String key, Object... arguments) {
        var sentence = words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
        return response(status, Map.of("type", code, "message", sentence));
    }

    private static Response response(int status, Map<String, ?> body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .entity(body)
                .build();
    }

    /** Somebody has completed it meanwhile: the engine finds none of that id. */
    private static boolean isAboutAGoneTask(Throwable failure) {
        return Causes.chain(failure).stream()
                .anyMatch(cause -> cause instanceof NullValueException
                        && GONE.matcher(String.valueOf(cause.getMessage())).find());
    }

    private abstract class Mapper<E extends Throwable> implements ExtendedExceptionMapper<E> {
        @Override
        public boolean isMappable(E failure) {
            return answerTo(failure).isPresent();
        }

        @Override
        public Response toResponse(E failure) {
            return answerTo(failure).orElseThrow();
        }
    }

    @Priority(1)
    private final class OfRestLayer extends Mapper<RestException> {}

    @Priority(1)
    private final class OfEngine extends Mapper<ProcessEngineException> {}

    @Priority(1)
    private final class OfOurs extends Mapper<RuntimeException> {}

    /** A body that does not fit the call; said by the reader of JSON in English, with names of Java. */
    @Priority(1)
    private final class OfReader implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException misfit) {
            return answer(400, "UNREADABLE", "denied.UNREADABLE");
        }
    }
}
