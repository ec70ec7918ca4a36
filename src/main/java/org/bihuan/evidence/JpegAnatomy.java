package org.bihuan.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG up to the end of its image. What follows there (a moving picture, a maker's block) is left alone. */
final class JpegAnatomy {
    private static final int START_OF_FRAME = 0xC0;
    private static final int LAST_START_OF_FRAME = 0xCF;
    private static final int HUFFMAN_TABLE = 0xC4;
    private static final int RESERVED = 0xC8;
    private static final int ARITHMETIC_TABLE = 0xCC;
    private static final int FIRST_RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    /** Each scan costs the decoder a walk over the whole picture, however short it is: cameras write ten at most. */
    private static final int MOST_SCANS = 100;

    private final DataInputStream in;
    private int width;
    private int height;
    private int scans;
    private byte @Nullable [] exif;

    private JpegAnatomy(DataInputStream in) {
        this.in = in;
    }

    static Anatomy read(DataInputStream in) throws IOException {
        return new JpegAnatomy(in).walk();
    }

    private Anatomy walk() throws IOException {
        in.skipNBytes(2);
        for (var marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            var length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw Anatomy.broken();
            }
            if (isStartOfFrame(marker) && width == 0) {
                in.skipNBytes(1);
                height = in.readUnsignedShort();
                width = in.readUnsignedShort();
                length -= 5;
            } else if (marker == APP1 && exif == null) {
                keepExif(in.readNBytes(length), length);
                length = 0;
            } else if (marker == START_OF_SCAN) {
                scans++;
            }
            if (length < 0 || scans > MOST_SCANS) {
                throw Anatomy.broken();
            }
            in.skipNBytes(length);
        }
        if (scans == 0) {
            throw Anatomy.broken();
        }
        return Anatomy.of(width, height, (long) width * height, exif);
    }

    /** The next marker with a segment of its own, or the end; the packed pixels of a scan hold none. */
    private int nextMarker() throws IOException {
        while (true) {
            if (in.readUnsignedByte() != 0xFF) {
                continue;
            }
            var marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            var standsAlone = marker <= 1 || (marker >= FIRST_RESTART && marker < END_OF_IMAGE);
            if (!standsAlone) {
                return marker;
            }
        }
    }

    private void keepExif(byte[] segment, int length) throws IOException {
        if (segment.length < length) {
            throw Anatomy.broken();
        }
        if (length > EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
            exif = Arrays.copyOfRange(segment, EXIF.length, length);
        }
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= START_OF_FRAME
                && marker <= LAST_START_OF_FRAME
                && marker != HUFFMAN_TABLE
                && marker != RESERVED
                && marker != ARITHMETIC_TABLE;
    }
}
