package org.bihuan.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Unpacks pictures and makes them small. What is unpacked at one time is bounded over all requests, the others wait in line;
 * a WebP is the dear one: its reader keeps the whole picture in objects, where those of JPEG and PNG keep a line or two.
 */
@Component
class Pictures {
    /** Longest side of a thumbnail. */
    static final int SMALL = 480;

    /** A picture is unpacked no larger than needed for a good thumbnail. */
    private static final int MODERATE = 3 * SMALL;

    private static final int WEBP_BYTES_A_PIXEL = 28; // heap, measured with 50 megapixels
    private static final int BYTES_A_PIXEL = 6; // a progressive JPEG's, outside the heap
    private static final int KILOBYTE = 1024;
    private static final int PATIENCE = 30; // seconds in line
    private static final double QUALITY = 0.82;

    private final int kilobytes;
    private final Semaphore free;

    @Autowired
    Pictures() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    /** @param bytes that pictures may take at one time */
    Pictures(long bytes) {
        this.kilobytes = (int) Math.min(Integer.MAX_VALUE, bytes / KILOBYTE);
        this.free = new Semaphore(kilobytes, true);
        // Readers are found through the class loader of whoever asks first: that had better be the application's.
        ImageIO.scanForPlugins();
    }

    /**
     * Reads all of the picture and keeps a moderate part of its pixels.
     *
     * @param anatomy of the same file, within the bounds of {@link Inspection}
     * @throws EvidenceRefused {@code UNREADABLE} when it cannot be decoded, {@code TOO_LARGE} when this machine's memory is
     *     too small for it
     * @throws EvidenceNotStored when the line is too long
     */
    BufferedImage unpack(Path file, FileKind kind, Anatomy anatomy) {
        var share = share(kind, anatomy.pixels());
        if (!queue(share)) {
            throw EvidenceNotStored.busy();
        }
        try {
            return decode(file, kind, Math.max(1, Math.max(anatomy.width(), anatomy.height()) / MODERATE));
        } finally {
            free.release(share);
        }
    }

    private int share(FileKind kind, long pixels) {
        var isDear = kind == FileKind.WEBP;
        var needed = 1 + pixels * (isDear ? WEBP_BYTES_A_PIXEL : BYTES_A_PIXEL) / KILOBYTE;
        if (isDear && needed > kilobytes) {
            throw new EvidenceRefused("TOO_LARGE");
        }
        return (int) Math.min(needed, kilobytes);
    }

    private boolean queue(int share) {
        try {
            return free.tryAcquire(share, PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes the picture upright, at most {@value #SMALL} pixels wide and high, as JPEG on white ground. */
    void writeSmall(BufferedImage picture, int orientation, OutputStream out) throws IOException {
        var scale = Math.min(1.0, (double) SMALL / Math.max(picture.getWidth(), picture.getHeight()));
        Thumbnails.of(onWhite(picture))
                .forceSize((int) Math.max(1, Math.round(picture.getWidth() * scale)), (int)
                        Math.max(1, Math.round(picture.getHeight() * scale)))
                .addFilter(ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
    }

    private static BufferedImage decode(Path file, FileKind kind, int every) {
        var readers = ImageIO.getImageReadersByMIMEType(kind.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + kind);
        }
        var reader = readers.next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            var wish = reader.getDefaultReadParam();
            wish.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, wish);
        } catch (IOException | RuntimeException undecodable) {
            // Decoders meet hostile bytes with whatever comes first: a bad index, a negative size, a broken profile.
            throw Anatomy.broken();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var ground = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = ground.createGraphics();
        try {
            brush.drawImage(picture, 0, 0, Color.WHITE, null);
        } finally {
            brush.dispose();
        }
        return ground;
    }
}
