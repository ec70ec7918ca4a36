package org.bihuan.hazard;

/**
 * Where the case log of a hazard ends; with hazard, kind and recipient its number is the key of a single mail (N14).
 *
 * @param seq number of the last entry; 0 before the first
 * @param hash of the last entry; zeros before the first
 */
public record LogHead(int seq, String hash) {
    public static final LogHead START = new LogHead(0, "0".repeat(64));
}
