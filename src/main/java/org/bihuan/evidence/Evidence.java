package org.bihuan.evidence;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The files of all subjects. Bytes are kept as they came, under their SHA-256; rows are only added.
 *
 * <p>Rights are the caller's business, but for {@link #takeOver}, which takes only what the same person has uploaded.
 */
public interface Evidence {

    /**
     * Takes one file. The same bytes, subject and stage again give the same item.
     *
     * @param subject a hazard number, or null for a file that waits for its hazard (kept 24 h for its uploader)
     * @throws EvidenceRefused {@code NOT_AN_IMAGE}, {@code UNREADABLE}, {@code TOO_LARGE} (20 MB, 50 megapixels), {@code TOO_MANY} (30 a subject)
     */
    EvidenceItem add(@Nullable String subject, Stage stage, String fileName, InputStream content, PersonId by);

    /**
     * Hangs waiting files on their subject, all or none.
     *
     * @throws org.bihuan.shared.InvalidInput field {@code evidence}, when an id is unknown, expired, taken or another person's
     */
    List<EvidenceItem> takeOver(Collection<UUID> ids, String subject, PersonId by);

    /** All items of the subject, oldest first. */
    List<EvidenceItem> of(String subject);

    /** @throws org.bihuan.shared.NotVisible for an unknown id */
    EvidenceItem get(UUID id);

    /** The stored file; read only. */
    Path file(EvidenceItem item);

    /** A JPEG at most 480 px wide and high, upright; made at the first look and kept. Only for images. */
    Path thumbnail(EvidenceItem item);
}
