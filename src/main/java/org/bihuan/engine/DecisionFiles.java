package org.bihuan.engine;

/** Reads {@code .dmn} files, whoever wrote them, without believing anything they say. */
public interface DecisionFiles {
    /** Bytes; a table of a thousand rows is smaller. */
    int LARGEST = 1024 * 1024;

    /** @throws UnreadableTable when it is no file with exactly one decision table, or one the engine could not evaluate */
    DecisionTable read(byte[] file);

    /** The tables in force, and in the place of one of them that file, which was read before. */
    Decisions with(byte[] file);
}
