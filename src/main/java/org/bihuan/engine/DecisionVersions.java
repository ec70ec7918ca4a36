package org.bihuan.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every table that was ever in force. The last one is; nothing is ever changed or deleted. This is the only
 * door through which a table gets into the engine.
 */
public interface DecisionVersions {

    /** Where a version comes from. */
    enum Origin {
        /** The file that ships with the product. */
        SHIPPED,
        /** A person of the county. */
        COUNTY,
        /** The shipped file again, because the county's version did not fit the product after an upgrade. */
        FALLBACK
    }

    /**
     * @param since when it came in force; the next version ends it
     * @param by who put it in force; absent where the product itself did
     * @param reason what that person said; else empty
     * @param shipped hash of the file that shipped with the product at that time
     */
    record Version(
            String decision,
            int version,
            Origin origin,
            Instant since,
            @Nullable PersonId by,
            String reason,
            String sha256,
            String shipped) {}

    /** Who wants a table in force, and why; see {@link Version}. */
    record Wish(String decision, Origin origin, @Nullable PersonId by, String reason) {}

    /** The files that ship with the product, by decision, in alphabetical order. */
    List<String> shipped();

    byte[] shippedFile(String decision);

    String hash(byte[] file);

    /** In ascending order; empty where nothing is known of the decision. */
    List<Version> of(String decision);

    /** The version in force; absent before the first start. */
    Optional<Version> inForce(String decision);

    Optional<byte[]> file(String decision, int version);

    /**
     * Puts the next version in force, in the caller's transaction.
     *
     * @param file of a table read before
     * @param after the version that must still be in force; 0 where none is
     * @throws org.bihuan.shared.Conflict {@code TABLE_CHANGED} when somebody was faster
     */
    Version putInForce(Wish wish, byte[] file, int after);

    /** Takes over the versions that an earlier release had the engine deploy by itself. */
    void adopt();

    /** Whoever changes tables, on any node, waits here for the others until the transaction ends. */
    void takeTurns();
}
