package org.bihuan.evidence;

import java.util.Optional;

/** The kinds of file that are taken, told by their first bytes; what the sender calls a file counts for nothing. */
enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf");

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** How many first bytes {@link #of(byte[])} looks at. */
    static final int HEAD = 12;

    static Optional<FileKind> of(byte[] head) {
        if (has(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (has(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (has(head, 0, 'R', 'I', 'F', 'F') && has(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        return has(head, 0, '%', 'P', 'D', 'F', '-') ? Optional.of(PDF) : Optional.empty();
    }

    static FileKind ofMediaType(String mediaType) {
        for (var kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of file is " + mediaType);
    }

    String mediaType() {
        return mediaType;
    }

    boolean isImage() {
        return this != PDF;
    }

    /**
     * The name under which the file leaves the house: its ending never promises more than the content holds, so that a
     * picture called {@code x.html} is not opened as a page.
     */
    String nameFor(String name) {
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        var fits = lower.endsWith("." + ending) || (this == JPEG && lower.endsWith(".jpeg"));
        return fits ? name : name + "." + ending;
    }

    private static boolean has(byte[] bytes, int from, int... expected) {
        if (bytes.length < from + expected.length) {
            return false;
        }
        for (var i = 0; i < expected.length; i++) {
            if ((bytes[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
