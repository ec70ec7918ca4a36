package org.bihuan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tasklist compiles what a form says as a template, in which double braces are code. Nothing that leaves {@code /forms/} holds
 * two of them side by side: an invisible word joiner (U+2060) parts them (platform 2.7). The second defence; the first is that
 * case text stands only where nothing is compiled.
 */
class InertBraces extends OncePerRequestFilter {
    private static final byte[] WORD_JOINER = "\u2060".getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        var body = parted(answer.getContentAsByteArray());
        answer.resetBuffer();
        answer.getOutputStream().write(body);
        answer.copyBodyToResponse();
    }

    /** In UTF-8 a brace is a byte of its own and never part of another sign. */
    static byte[] parted(byte[] body) {
        var parted = new ByteArrayOutputStream(body.length + 64);
        for (int i = 0; i < body.length; i++) {
            if (i > 0 && body[i] == '{' && body[i - 1] == '{') {
                parted.writeBytes(WORD_JOINER);
            }
            parted.write(body[i]);
        }
        return parted.toByteArray();
    }
}
