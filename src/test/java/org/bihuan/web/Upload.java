package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A multipart body, part by part as it is said, well-formed or not. */
final class Upload {
    static final String BOUNDARY = "a-boundary-of-tests";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Upload of(String field, String fileName, byte[] content) {
        return new Upload().file(field, fileName, content);
    }

    static Upload empty() {
        return new Upload();
    }

    Upload file(String field, String fileName, byte[] content) {
        return part("Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
    }

    Upload text(String field, String value) {
        return part("Content-Disposition: form-data; name=\"" + field + "\"", value.getBytes(UTF_8));
    }

    Upload part(String header, byte[] content) {
        bytes.writeBytes(("--" + BOUNDARY + "\r\n" + header + "\r\n\r\n").getBytes(UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes.toByteArray());
        all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return all.toByteArray();
    }

    /** As a lost connection leaves it. */
    byte[] broken() {
        return bytes.toByteArray();
    }
}
