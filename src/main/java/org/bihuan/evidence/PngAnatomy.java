package org.bihuan.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a PNG up to its end. Packed texts and profiles are stepped over: unpacked they may be of any size. */
final class PngAnatomy {
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;
    private static final int HEADER_LENGTH = 13;
    private static final int HEADER = 0x49484452; // IHDR
    private static final int PIXELS = 0x49444154; // IDAT
    private static final int CAMERA = 0x65584966; // eXIf
    private static final int END = 0x49454E44; // IEND

    private PngAnatomy() {}

    static Anatomy read(DataInputStream in) throws IOException {
        in.skipNBytes(SIGNATURE);
        if (in.readInt() != HEADER_LENGTH || in.readInt() != HEADER) {
            throw Anatomy.broken();
        }
        var width = in.readInt();
        var height = in.readInt();
        in.skipNBytes(HEADER_LENGTH - 8 + CHECKSUM);

        byte @Nullable [] exif = null;
        var hasPixels = false;
        while (true) {
            var length = in.readInt();
            var kind = in.readInt();
            if (length < 0) {
                throw Anatomy.broken();
            }
            if (kind == CAMERA && exif == null && length <= Anatomy.LONGEST_EXIF) {
                exif = new byte[length];
                in.readFully(exif);
                length = 0;
            }
            hasPixels |= kind == PIXELS;
            in.skipNBytes((long) length + CHECKSUM);
            if (kind == END) {
                break;
            }
        }
        if (!hasPixels) {
            throw Anatomy.broken();
        }
        return Anatomy.of(width, height, (long) width * height, exif);
    }
}
