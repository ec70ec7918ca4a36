package org.bihuan.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps expressions out of what is sent to Camunda's web API (CVE-2026-109432, first layer; {@link GuardedExpressions} is the
 * second). Bodies are read as JSON from their bytes, as Camunda reads them, so no escape and no other encoding gets round it.
 */
class QueryGuard extends OncePerRequestFilter {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int DEEPEST = 100;
    private static final String FORBIDDEN_ENDING = "expression";
    /** What an empty body means; Camunda itself fails on one. */
    private static final byte[] NOTHING_SAID = {'{', '}'};

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private final ObjectMapper answers = new ObjectMapper();
    private final MessageSource words;

    QueryGuard(MessageSource words) {
        this.words = words;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (asksByExpression(request.getQueryString())) {
            refuse(response, HttpStatus.BAD_REQUEST, "EXPRESSION");
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LARGE");
            return;
        }
        var fault = faultOf(body);
        if (fault != null) {
            refuse(response, HttpStatus.BAD_REQUEST, fault);
            return;
        }
        rest.doFilter(new ReadRequest(request, saysSomething(body) ? body : NOTHING_SAID), response);
    }

    private static boolean saysSomething(byte[] body) {
        for (var sign : body) {
            if (sign > ' ' || sign < 0) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with the body; null when it may pass. An empty one may; else it is one object, as all calls want it. */
    private @Nullable String faultOf(byte[] body) {
        try (var parser = json.createParser(body)) {
            var depth = 0;
            var begun = false;
            var isOneObject = true;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0) {
                    isOneObject = isOneObject && !begun && token == JsonToken.START_OBJECT;
                    begun = true;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME && isForbidden(parser.currentName())) {
                    return "EXPRESSION";
                }
            }
            return isOneObject ? null : "NOT_JSON";
        } catch (IOException broken) {
            return "NOT_JSON";
        }
    }

    /** The query string itself, not the parameters: asking for those would eat a body. */
    private static boolean asksByExpression(@Nullable String query) {
        if (query == null) {
            return false;
        }
        var pairs = new StringTokenizer(query, "&;");
        while (pairs.hasMoreTokens()) {
            var pair = pairs.nextToken();
            var end = pair.indexOf('=');
            var name = end < 0 ? pair : pair.substring(0, end);
            try {
                var decoded = URLDecoder.decode(name, StandardCharsets.UTF_8);
                if (isForbidden(decoded) || decoded.equalsIgnoreCase("orQueries")) {
                    return true;
                }
            } catch (IllegalArgumentException broken) {
                return true; // not even a name
            }
        }
        return false;
    }

    private static boolean isForbidden(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith(FORBIDDEN_ENDING);
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var sentence = words.getMessage("denied." + code, null, Locale.SIMPLIFIED_CHINESE);
        answers.writeValue(response.getOutputStream(), Map.of("type", code, "message", sentence));
    }
}
