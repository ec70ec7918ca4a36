package org.bihuan.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.stereotype.Component;

/**
 * Unpacks pictures and makes them small. How much is unpacked at one time is bounded over all requests: one huge picture or a
 * handful of usual ones, the others wait.
 */
@Component
class Pictures {
    /** Longest side of a thumbnail. */
    static final int SMALL = 480;

    /** A picture is unpacked no larger than needed for a good thumbnail. */
    private static final int MODERATE = 3 * SMALL;

    private static final int MEGAPIXELS_AT_ONCE = 60;
    private static final double QUALITY = 0.82;

    private final Semaphore megapixels = new Semaphore(MEGAPIXELS_AT_ONCE, true);

    Pictures() {
        // Readers are found through the class loader of whoever asks first: that had better be the application's.
        ImageIO.scanForPlugins();
    }

    /**
     * Reads all of the picture and keeps a moderate part of its pixels.
     *
     * @param anatomy of the same file, within the bounds of {@link Inspection}
     * @throws EvidenceRefused {@code UNREADABLE} when it cannot be decoded
     */
    BufferedImage unpack(Path file, FileKind kind, Anatomy anatomy) {
        var share = 1 + (int) (anatomy.pixels() / 1_000_000);
        megapixels.acquireUninterruptibly(share);
        try {
            return decode(file, kind, Math.max(1, Math.max(anatomy.width(), anatomy.height()) / MODERATE));
        } finally {
            megapixels.release(share);
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
