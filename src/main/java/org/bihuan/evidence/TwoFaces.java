package org.bihuan.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Looks at both ends of a file. Programs find a PDF by its first kilobyte and an archive by its last bytes, so one file can be
 * a photo for us and something else for the next program; and a PDF that was cut off has lost its end.
 */
final class TwoFaces {
    /** Readers accept a PDF that starts anywhere in here. */
    private static final int PDF_HEAD = 1024;

    private static final int PDF_TAIL = 2048;
    /** End record of an archive and the longest comment that may follow it. */
    private static final int ARCHIVE_TAIL = 22 + 0xFFFF;

    private static final int ARCHIVE_END = 0x06054B50;
    private static final int ARCHIVE_ENTRY = 0x02014B50;

    private TwoFaces() {}

    /** Whether the picture or PDF is an archive or another document as well. */
    static boolean has(Path file, FileKind kind) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            return (kind.isImage() && contains(ends(in, PDF_HEAD, true), "%PDF-"))
                    || isArchive(ends(in, ARCHIVE_TAIL, false), in, !kind.isImage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the table at the end of a PDF, by which all readers start, is there. */
    static boolean isWholePdf(Path file) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var tail = ends(in, PDF_TAIL, false);
            return contains(tail, "startxref") && contains(tail, "%%EOF");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param atTheVeryEnd a PDF may carry an archive as an attachment, which ends before the PDF does
     */
    private static boolean isArchive(byte[] tail, RandomAccessFile in, boolean atTheVeryEnd) throws IOException {
        var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = tail.length - 22; at >= 0; at--) {
            if (bytes.getInt(at) != ARCHIVE_END) {
                continue;
            }
            var end = at + 22 + (bytes.getShort(at + 20) & 0xFFFF);
            var entries = in.length() - tail.length + at - (bytes.getInt(at + 12) & 0xFFFFFFFFL);
            var reachesEnd = atTheVeryEnd ? end == tail.length : end <= tail.length;
            if (reachesEnd && entries >= 0 && littleEndianInt(in, entries) == ARCHIVE_ENTRY) {
                return true;
            }
        }
        return false;
    }

    private static int littleEndianInt(RandomAccessFile in, long at) throws IOException {
        in.seek(at);
        return Integer.reverseBytes(in.readInt());
    }

    private static byte[] ends(RandomAccessFile in, int most, boolean first) throws IOException {
        var bytes = new byte[(int) Math.min(most, in.length())];
        in.seek(first ? 0 : in.length() - bytes.length);
        in.readFully(bytes);
        return bytes;
    }

    private static boolean contains(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
    }
}
