package org.bihuan.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How an import is answered, whatever came in: how far it is, what has become of each row, or why the file was refused. */
@Component
class ImportAnswers {
    private final ImportDesk desk;
    private final MessageSource messages;

    ImportAnswers(ImportDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** Until it is done. */
    record Progress(UUID id, Batch.State state, int done, int rows) {}

    ResponseEntity<Object> of(UUID id) {
        var batch = desk.get(id);
        if (batch.isWaiting()) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(new Progress(id, batch.state(), batch.done(), batch.rows()));
        }
        if (batch.state() == Batch.State.FAILED) {
            return refused(desk.failure(batch));
        }
        return ResponseEntity.ok(desk.report(batch));
    }

    private ResponseEntity<Object> refused(Failure failure) {
        var status = failure.headers() == null ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY;
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("type", "about:blank");
        body.put(
                "title",
                messages.getMessage(
                        "title." + status.value(), null, status.getReasonPhrase(), Locale.SIMPLIFIED_CHINESE));
        body.put("status", status.value());
        body.put("detail", failure.detail());
        body.put("code", failure.code());
        body.put("errors", failure.errors());
        if (failure.headers() != null) {
            body.put("headers", failure.headers());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
