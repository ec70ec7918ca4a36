package org.bihuan.hazard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next where the next page begins; null on the last
 * @param total number of entries, counted up to 10,000
 * @param totalCapped whether there are more than that
 */
public record LedgerPage(List<Hazard> items, @Nullable String next, long total, boolean totalCapped) {}
