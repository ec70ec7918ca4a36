package org.bihuan.evidence;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote beside the picture. Every part is a claim of the file: it may be missing or nonsense, and nonsense
 * counts as missing.
 *
 * @param takenAt when the picture was taken; the day a program saved it again is not that
 * @param orientation 1 to 8 as EXIF counts them; 1 is upright
 */
record CameraNotes(@Nullable Instant takenAt, int orientation) {
    private static final CameraNotes NONE = new CameraNotes(null, 1);
    private static final Instant FIRST_CAMERAS = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant BEYOND_ANY_CLOCK = Instant.parse("2200-01-01T00:00:00Z");

    /** @param zone of times for which the camera names none */
    static CameraNotes in(@Nullable ByteBuffer exif, ZoneId zone) {
        if (exif == null) {
            return NONE;
        }
        try {
            var block = new byte[exif.remaining()];
            exif.duplicate().get(block);
            var notes = new Metadata();
            new ExifReader().extract(new ByteArrayReader(block), notes);
            return new CameraNotes(takenAt(notes, TimeZone.getTimeZone(zone)), orientation(notes));
        } catch (RuntimeException nonsense) {
            return NONE;
        }
    }

    private static @Nullable Instant takenAt(Metadata notes, TimeZone zone) {
        for (var camera : notes.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            var taken = plausible(camera.getDateOriginal(zone));
            if (taken == null) {
                taken = plausible(camera.getDateDigitized(zone));
            }
            if (taken != null) {
                return taken;
            }
        }
        return null;
    }

    private static @Nullable Instant plausible(@Nullable Date date) {
        if (date == null) {
            return null;
        }
        var instant = Instant.ofEpochMilli(date.getTime());
        return instant.isBefore(FIRST_CAMERAS) || instant.isAfter(BEYOND_ANY_CLOCK) ? null : instant;
    }

    private static int orientation(Metadata notes) {
        var picture = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var value = picture == null ? null : picture.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < 1 || value > 8 ? 1 : value;
    }
}
