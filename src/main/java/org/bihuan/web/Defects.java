package org.bihuan.web;

import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What nobody has foreseen: the log gets everything, the person a number to quote. */
@Component
class Defects {
    private static final Logger LOG = LoggerFactory.getLogger(Defects.class);
    /** Letters and digits that nobody confuses on the telephone. */
    private static final String ALPHABET = "ACDEFHJKLMNPQRTUVWXY34679";

    private static final int LENGTH = 8;

    private final SecureRandom chance = new SecureRandom();
    private final ProblemsInWords inWords;

    Defects(ProblemsInWords inWords) {
        this.inWords = inWords;
    }

    Problem note(Throwable failure, String method, String path) {
        var reference = reference();
        LOG.error("Defect {} at {} {}", reference, method, path, failure);
        var problem = inWords.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", reference);
        return new Problem(problem.status(), problem.code(), problem.detail(), List.of(), HttpHeaders.EMPTY, reference);
    }

    /** For example {@code K7QH-M9XD}. */
    private String reference() {
        var reference = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            reference.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }
}
