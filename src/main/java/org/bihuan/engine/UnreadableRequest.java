package org.bihuan.engine;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** Whether Camunda's web layer, or the database behind it, stumbled over what was sent and not over itself. */
final class UnreadableRequest {
    /** SQLSTATE class "data exception": a text with a NUL, a number that no column holds. */
    private static final String DATA_EXCEPTION = "22";

    private static final String READERS = "org.camunda.bpm.engine.rest.dto.";
    private static final int NEAR = 10; // frames

    private UnreadableRequest() {}

    static boolean isBehind(Throwable failure) {
        return isSaidToBe(failure)
                || Causes.chain(failure).stream().anyMatch(cause -> stumbled(cause) || unstorable(cause));
    }

    /** It says so in English, with names of Java. */
    private static boolean isSaidToBe(Throwable failure) {
        return failure instanceof InvalidRequestException invalid
                && invalid.getStatus().getStatusCode() == Response.Status.BAD_REQUEST.getStatusCode();
    }

    /** A variable that is null, or a file without a name, is no case Camunda reckons with: it would answer 500. */
    private static boolean stumbled(Throwable cause) {
        return (cause instanceof NullPointerException || cause instanceof IllegalArgumentException)
                && Arrays.stream(cause.getStackTrace())
                        .limit(NEAR)
                        .anyMatch(frame -> frame.getClassName().startsWith(READERS));
    }

    private static boolean unstorable(Throwable cause) {
        return cause instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION);
    }
}
