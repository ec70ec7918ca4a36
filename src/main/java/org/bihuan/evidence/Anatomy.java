package org.bihuan.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is built, read from its structure without unpacking a single pixel: so that a file of a few bytes that claims
 * 60,000 x 60,000 never reaches a decoder, and one that was cut off on the way is known as such.
 *
 * @param width as stored, before it is turned upright; pixels
 * @param pixels of the largest surface anywhere in the file
 * @param exif the camera's notes as a TIFF block, if there are any
 */
record Anatomy(int width, int height, long pixels, @Nullable ByteBuffer exif) {
    private static final int BUFFER = 1 << 16;
    /** More than any camera writes; one segment of a JPEG cannot be longer. */
    static final int LONGEST_EXIF = 1 << 16;

    static Anatomy of(int width, int height, long pixels, byte @Nullable [] exif) {
        return new Anatomy(
                width,
                height,
                pixels,
                exif == null ? null : ByteBuffer.wrap(exif).asReadOnlyBuffer());
    }

    /** @throws EvidenceRefused {@code UNREADABLE} when the structure is broken or ends early */
    static Anatomy of(Path file, FileKind kind) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            var anatomy =
                    switch (kind) {
                        case JPEG -> JpegAnatomy.read(in);
                        case PNG -> PngAnatomy.read(in);
                        case WEBP -> WebpAnatomy.read(in);
                        case PDF -> throw new IllegalArgumentException("a PDF is no picture");
                    };
            if (anatomy.width < 1 || anatomy.height < 1) {
                throw broken();
            }
            return anatomy;
        } catch (EOFException cutOff) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EvidenceRefused broken() {
        return new EvidenceRefused("UNREADABLE");
    }
}
