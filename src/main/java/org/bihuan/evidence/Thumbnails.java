package org.bihuan.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** Pictures made small at the first look and kept beside the store. */
@Component
class Thumbnails {
    private static final int DOORS = 64;

    private final EvidenceStore store;
    private final Pictures pictures;
    private final CountyTime time;
    /** Who wants the same thumbnail waits for the one who is making it. */
    private final Object[] doors =
            IntStream.range(0, DOORS).mapToObj(n -> new Object()).toArray();

    Thumbnails(EvidenceStore store, Pictures pictures, CountyTime time) {
        this.store = store;
        this.pictures = pictures;
        this.time = time;
    }

    /** @throws IllegalArgumentException for a paper */
    Path of(String sha256, FileKind kind) {
        var small = store.small(sha256);
        if (!Files.isRegularFile(small)) {
            synchronized (doors[Math.floorMod(sha256.hashCode(), DOORS)]) {
                if (!Files.isRegularFile(small)) {
                    store.keepSmall(sha256, made(store.file(sha256), kind));
                }
            }
        }
        return small;
    }

    private byte[] made(Path file, FileKind kind) {
        var anatomy = Anatomy.of(file, kind);
        var jpeg = new ByteArrayOutputStream();
        try {
            var orientation = CameraNotes.in(anatomy.exif(), time.zone()).orientation();
            pictures.writeSmall(pictures.unpack(file, kind, anatomy), orientation, jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
