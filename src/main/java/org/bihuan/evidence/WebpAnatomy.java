package org.bihuan.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a WebP. Canvas and frames each name a size of their own; the decoder trusts the frame's, so both count. */
final class WebpAnatomy {
    private static final int CANVAS = 0x56503858; // VP8X
    private static final int LOSSY = 0x56503820; // VP8 and a blank
    private static final int LOSSLESS = 0x5650384C; // VP8L
    private static final int FRAME = 0x414E4D46; // ANMF, chunks inside it
    private static final int CAMERA = 0x45584946; // EXIF
    private static final byte[] EXIF_PREFIX = {'E', 'x', 'i', 'f', 0, 0};
    private static final int FOURTEEN_BITS = 0x3FFF;

    private final DataInputStream in;
    private int width;
    private int height;
    private long pixels;
    private byte @Nullable [] exif;

    private WebpAnatomy(DataInputStream in) {
        this.in = in;
    }

    static Anatomy read(DataInputStream in) throws IOException {
        return new WebpAnatomy(in).walk();
    }

    private Anatomy walk() throws IOException {
        in.skipNBytes(4);
        var left = littleEndian(4) - 4;
        in.skipNBytes(4);
        while (left >= 8) {
            var kind = in.readInt();
            var length = littleEndian(4);
            var padded = length + (length & 1);
            var read = readChunk(kind, length);
            var rest = kind == FRAME ? 0 : padded - read;
            if (rest < 0) {
                throw Anatomy.broken();
            }
            in.skipNBytes(rest);
            left -= 8 + read + rest;
        }
        return Anatomy.of(width, height, pixels, exif);
    }

    /** @return how many bytes of the chunk were read */
    private long readChunk(int kind, long length) throws IOException {
        switch (kind) {
            case CANVAS -> {
                in.skipNBytes(4);
                surface(littleEndian(3) + 1, littleEndian(3) + 1);
                return 10;
            }
            case FRAME -> {
                in.skipNBytes(6);
                surface(littleEndian(3) + 1, littleEndian(3) + 1);
                in.skipNBytes(4);
                return 16;
            }
            case LOSSY -> {
                in.skipNBytes(6);
                surface(littleEndian(2) & FOURTEEN_BITS, littleEndian(2) & FOURTEEN_BITS);
                return 10;
            }
            case LOSSLESS -> {
                in.skipNBytes(1);
                var sizes = littleEndian(4);
                surface((sizes & FOURTEEN_BITS) + 1, (sizes >> 14 & FOURTEEN_BITS) + 1);
                return 5;
            }
            case CAMERA -> {
                if (exif != null || length > Anatomy.LONGEST_EXIF) {
                    return 0;
                }
                var block = new byte[(int) length];
                in.readFully(block);
                var prefixed = block.length > EXIF_PREFIX.length
                        && Arrays.equals(block, 0, EXIF_PREFIX.length, EXIF_PREFIX, 0, EXIF_PREFIX.length);
                exif = prefixed ? Arrays.copyOfRange(block, EXIF_PREFIX.length, block.length) : block;
                return length;
            }
            default -> {
                return 0;
            }
        }
    }

    private void surface(long wide, long high) {
        if (width == 0) {
            width = (int) wide;
            height = (int) high;
        }
        pixels = Math.max(pixels, wide * high);
    }

    private long littleEndian(int bytes) throws IOException {
        var value = 0L;
        for (var i = 0; i < bytes; i++) {
            value |= (long) in.readUnsignedByte() << (8 * i);
        }
        return value;
    }
}
