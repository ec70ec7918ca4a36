package org.bihuan.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a file was refused as a whole, in Chinese, as it is kept with its batch. */
@Component
class ImportRefusals {
    private final MessageSource messages;

    ImportRefusals(MessageSource messages) {
        this.messages = messages;
    }

    Failure of(RuntimeException refused) {
        if (refused instanceof UnknownHeaders unknown) {
            return unknownHeaders(unknown);
        }
        if (refused instanceof UnknownColumns unknown) {
            return unknownColumns(unknown);
        }
        if (refused instanceof NotAllowed denied) {
            return new Failure(denied.code(), say("denied." + denied.code()), List.of(), null);
        }
        if (refused instanceof InvalidInput invalid) {
            var errors = invalid.problems().stream()
                    .map(problem ->
                            new Failure.FieldMessage(problem.field(), problem.code(), problem.inWords(messages)))
                    .toList();
            var detail = errors.stream().map(Failure.FieldMessage::message).collect(Collectors.joining());
            return new Failure("INVALID_INPUT", detail, errors, null);
        }
        throw refused;
    }

    private Failure unknownHeaders(UnknownHeaders unknown) {
        var missing =
                unknown.missing().stream().map(LedgerHeaders.SHIPPED::name).collect(Collectors.joining("、"));
        var headers = unknown.headers().stream()
                .map(header -> new Failure.Header(
                        header.sheet(),
                        header.column(),
                        header.header(),
                        header.suggestions().stream()
                                .map(column -> new Failure.Suggestion(column.no(), LedgerHeaders.SHIPPED.name(column)))
                                .toList()))
                .toList();
        return new Failure("UNKNOWN_HEADERS", say("import.unknownHeaders", missing), List.of(), headers);
    }

    private Failure unknownColumns(UnknownColumns unknown) {
        var missing = unknown.missing().stream()
                .map(column -> column.headers().get(0))
                .collect(Collectors.joining("、"));
        var headers = unknown.headers().stream()
                .map(header -> new Failure.Header(header.sheet(), header.column(), header.header(), List.of()))
                .toList();
        return new Failure("UNKNOWN_HEADERS", say("import.unknownColumns", missing), List.of(), headers);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
