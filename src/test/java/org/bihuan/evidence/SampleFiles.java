package org.bihuan.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.springframework.core.io.ClassPathResource;

/** Good and hostile files, drawn and built here, or read from the folder of sample photos. */
final class SampleFiles {
    private static final int PNG_BEFORE_CHUNKS = 8;
    private static final int PNG_HEADER_CHUNK = 25;

    private SampleFiles() {}

    static byte[] photo(String name) {
        try {
            return new ClassPathResource("photos/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture like no other: its colour depends on the number. */
    static byte[] jpeg(int number) {
        return drawn("jpeg", number, BufferedImage.TYPE_INT_RGB);
    }

    static byte[] png() {
        return drawn("png", 7, BufferedImage.TYPE_INT_ARGB);
    }

    static byte[] gif() {
        return drawn("gif", 7, BufferedImage.TYPE_INT_RGB);
    }

    static byte[] html() {
        return "<!DOCTYPE html><html><script>alert(document.cookie)</script></html>".getBytes(UTF_8);
    }

    static byte[] svg() {
        return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(UTF_8);
    }

    static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
                xref
                0 3
                trailer<</Size 3/Root 1 0 R>>
                startxref
                98
                %%EOF
                """.getBytes(ISO_8859_1);
    }

    static byte[] cmykJpeg() {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var pixels = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        for (var x = 0; x < 64; x++) {
            for (var y = 0; y < 48; y++) {
                pixels.setPixel(x, y, new int[] {x * 4, y * 5, 40, 10});
            }
        }
        var file = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(pixels, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    static byte[] firstHalf(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    static byte[] followedBy(byte[] file, byte[] more) {
        var both = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, both, file.length, more.length);
        return both;
    }

    static byte[] archive() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("Main.class"));
            zip.write(new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The photo with a comment before anything else. */
    static byte[] withComment(byte[] jpeg, String comment) {
        var text = comment.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(jpeg.length + text.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFFE)
                .putShort((short) (text.length + 2))
                .put(text)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The photo, claiming to be 60,000 pixels wide and high. */
    static byte[] withHugeFrame(byte[] jpeg) {
        var huge = ByteBuffer.wrap(jpeg.clone());
        for (var at = 2; at < jpeg.length - 9; at++) {
            if (huge.get(at) == (byte) 0xFF && (huge.get(at + 1) == (byte) 0xC0 || huge.get(at + 1) == (byte) 0xC2)) {
                return huge.putShort(at + 5, (short) 60_000)
                        .putShort(at + 7, (short) 60_000)
                        .array();
            }
        }
        throw new IllegalArgumentException("no frame in this photo");
    }

    /** The photo's last scan, announced many times over: each costs the decoder a walk over all pixels. */
    static byte[] withManyScans(byte[] jpeg, int scans) {
        var empty = ByteBuffer.allocate(10 * scans);
        for (var i = 0; i < scans; i++) {
            empty.putShort((short) 0xFFDA).putShort((short) 8).put(new byte[] {1, 1, 0, 0, 63, 0});
        }
        return ByteBuffer.allocate(jpeg.length + empty.capacity())
                .put(jpeg, 0, jpeg.length - 2)
                .put(empty.array())
                .put(jpeg, jpeg.length - 2, 2)
                .array();
    }

    static byte[] pngOfSize(int width, int height) {
        return pngOf(header(width, height), chunk("IDAT", deflated(100)));
    }

    /** Ten pixels wide and high, with pixels for a picture of any size. */
    static byte[] pngWithTooManyPixels(int unpackedBytes) {
        return pngOf(header(10, 10), chunk("IDAT", deflated(unpackedBytes)));
    }

    /** A good picture with a text and a colour profile that unpack to the given size. */
    static byte[] pngWithPackedNotes(int unpackedBytes) {
        var packed = deflated(unpackedBytes);
        var picture = png();
        var notes = new ByteArrayOutputStream();
        notes.writeBytes(chunk("iCCP", named("profile", packed)));
        notes.writeBytes(chunk("zTXt", named("Comment", packed)));
        return ByteBuffer.allocate(picture.length + notes.size())
                .put(picture, 0, PNG_BEFORE_CHUNKS + PNG_HEADER_CHUNK)
                .put(notes.toByteArray())
                .put(
                        picture,
                        PNG_BEFORE_CHUNKS + PNG_HEADER_CHUNK,
                        picture.length - PNG_BEFORE_CHUNKS - PNG_HEADER_CHUNK)
                .array();
    }

    /** A canvas of one pixel around a lossless frame that claims 16,384 x 16,384. */
    static byte[] webpWithHugeFrame() {
        var frame = new byte[] {'V', 'P', '8', 'L', 6, 0, 0, 0, 0x2F, -1, -1, -1, 0x0F, 0};
        var canvas = new byte[] {'V', 'P', '8', 'X', 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        var length = (byte) (4 + frame.length + canvas.length);
        return ByteBuffer.allocate(12 + frame.length + canvas.length)
                .put(new byte[] {'R', 'I', 'F', 'F', length, 0, 0, 0, 'W', 'E', 'B', 'P'})
                .put(canvas)
                .put(frame)
                .array();
    }

    private static byte[] drawn(String format, int number, int type) {
        var picture = new BufferedImage(80, 60, type);
        var brush = picture.createGraphics();
        brush.setColor(new Color(number * 0x3A7F1 & 0xFFFFFF));
        brush.fillRect(0, 0, 60, 60);
        brush.dispose();
        return encoded(picture, format);
    }

    static byte[] encoded(BufferedImage picture, String format) {
        var file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, file)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] pngOf(byte[]... chunks) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        for (var chunk : chunks) {
            file.writeBytes(chunk);
        }
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] header(int width, int height) {
        var eightBitsGrey = new byte[] {8, 0, 0, 0, 0};
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(eightBitsGrey)
                        .array());
    }

    private static byte[] chunk(String kind, byte[] content) {
        var body = ByteBuffer.allocate(4 + content.length)
                .put(kind.getBytes(ISO_8859_1))
                .put(content)
                .array();
        var checksum = new CRC32();
        checksum.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(content.length)
                .put(body)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] named(String name, byte[] packed) {
        var head = (name + "\0\0").getBytes(ISO_8859_1);
        return followedBy(head, packed);
    }

    private static byte[] deflated(int zeros) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            var megabyte = new byte[1 << 20];
            for (var left = zeros; left > 0; left -= megabyte.length) {
                out.write(megabyte, 0, Math.min(left, megabyte.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
