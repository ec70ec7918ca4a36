package org.bihuan.evidence;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One file handed in for one subject and stage.
 *
 * @param subject what it proves something about, a hazard number; null while it waits for its registration (at most 24 h)
 * @param sha256 64 lower-case hex digits of the stored bytes
 * @param mediaType image/jpeg, image/png, image/webp or application/pdf, decided by content
 * @param name the sender's file name, for display only
 * @param bytes size of the file
 * @param takenAt when the camera says it was taken, if it says so; its zone is the county's unless the file names one
 */
public record EvidenceItem(
        UUID id,
        @Nullable String subject,
        Stage stage,
        String sha256,
        String mediaType,
        String name,
        long bytes,
        @Nullable Instant takenAt,
        PersonId uploadedBy,
        Instant uploadedAt) {

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
