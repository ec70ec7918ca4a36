package org.bihuan.web;

import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.bihuan.Browser.Answer;

/** What a refusal must look like, whoever refuses. */
final class Refusal {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}.*[。？]", Pattern.DOTALL);
    private static final Pattern FROM_INSIDE = Pattern.compile(
            "(?i)exception|org\\.|java\\.|camunda|ENGINE-|\\bSQL|\\bat [a-z]+\\.|trace|postgres|jackson");

    private Refusal() {}

    /** What is wrong with the refusal of a field; empty: nothing. */
    static String faultOf(Answer answer, String field) {
        var fault = faultOf(answer);
        if (!fault.isEmpty()) {
            return fault;
        }
        if (answer.status() != 400) {
            return "not 400: " + answer;
        }
        var named = StreamSupport.stream(Clerk.read(answer).path("errors").spliterator(), false)
                .filter(error -> error.path("field").asText().equals(field))
                .findFirst();
        if (named.isEmpty()) {
            return "field not named: " + answer;
        }
        return CHINESE.matcher(named.get().path("message").asText()).find() ? "" : "not Chinese: " + answer;
    }

    /** What is wrong with the refusal of a whole request. */
    static String faultOf(Answer answer) {
        if (answer.status() < 400 || answer.status() >= 500) {
            return "not refused: " + answer.status() + " " + answer.body();
        }
        if (!answer.header("Content-Type").contains("json")) {
            return "no problem details: " + answer;
        }
        if (FROM_INSIDE.matcher(answer.body()).find()) {
            return "speaks of the inside: " + answer;
        }
        var body = Clerk.read(answer);
        var sentence = body.path("detail").asText(body.path("message").asText());
        return CHINESE.matcher(sentence).find() ? "" : "not Chinese: " + answer;
    }
}
