package org.bihuan.upkeep;

import java.util.List;

/**
 * What a back-up holds; it is written last, so a directory without one is half a back-up.
 *
 * @param format how the directory is laid out
 * @param moment the one moment all of it shows, ISO-8601
 * @param schemaVersion the newest migration that had run
 * @param server the database server it comes from
 * @param lost hashes of evidence that was missing or damaged already and is therefore not here
 */
record Manifest(
        int format,
        String moment,
        String schemaVersion,
        String server,
        List<Part> tables,
        List<Sequence> sequences,
        long evidenceFiles,
        long evidenceBytes,
        List<String> lost) {
    static final int FORMAT = 1;

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }

    /**
     * The rows of one table, in PostgreSQL's text form, compressed.
     *
     * @param sha256 of the file
     */
    record Part(String table, List<String> columns, long rows, String sha256) {}

    /** @param called whether the value has been given out */
    record Sequence(String name, long value, boolean called) {}
}
