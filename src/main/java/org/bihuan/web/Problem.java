package org.bihuan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Why a request was not fulfilled, in words for the person who made it.
 *
 * @param code for programs, for example {@code VERIFIER_TOOK_NO_PART}
 * @param detail Chinese: what is wrong and what to do now
 * @param errors one a field; empty unless fields are to blame
 * @param headers that belong to the answer, for example {@code Allow}
 * @param reference to quote; only when it is our fault
 */
record Problem(
        HttpStatusCode status,
        String code,
        String detail,
        List<FieldError> errors,
        HttpHeaders headers,
        @Nullable String reference) {

    Problem(HttpStatusCode status, String code, String detail) {
        this(status, code, detail, List.of(), HttpHeaders.EMPTY, null);
    }

    /** What is wrong with one field, in Chinese. */
    record FieldError(String field, String code, String message) {}
}
