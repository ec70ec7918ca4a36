package org.bihuan.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** Decides whether a file is taken, by what it is and never by what it is called. */
@Component
class Inspection {
    static final long MOST_PIXELS = 50_000_000;

    private final Pictures pictures;
    private final CountyTime time;

    Inspection(Pictures pictures, CountyTime time) {
        this.pictures = pictures;
        this.time = time;
    }

    /**
     * @throws EvidenceRefused {@code NOT_AN_IMAGE}: no kind that is taken, two kinds at once, or a PDF that is to be a photo;
     *     {@code TOO_LARGE}: over 50 megapixels, judged before anything is unpacked; {@code UNREADABLE}: empty, cut off or broken
     */
    Findings inspect(Path file, Stage stage) {
        var head = headOf(file);
        if (head.length == 0) {
            throw Anatomy.broken();
        }
        var kind = FileKind.of(head).orElseThrow(Inspection::notAnImage);
        if ((!kind.isImage() && stage != Stage.DOCUMENT) || TwoFaces.has(file, kind)) {
            throw notAnImage();
        }
        if (!kind.isImage()) {
            if (!TwoFaces.isWholePdf(file)) {
                throw Anatomy.broken();
            }
            return Findings.ofPaper(kind);
        }
        var anatomy = Anatomy.of(file, kind);
        if (anatomy.pixels() > MOST_PIXELS) {
            throw new EvidenceRefused("TOO_LARGE");
        }
        pictures.unpack(file, kind, anatomy);
        return new Findings(
                kind,
                anatomy.width(),
                anatomy.height(),
                CameraNotes.in(anatomy.exif(), time.zone()).takenAt());
    }

    private static byte[] headOf(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(FileKind.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvidenceRefused notAnImage() {
        return new EvidenceRefused("NOT_AN_IMAGE");
    }
}
