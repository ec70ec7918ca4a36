package org.bihuan.hazard;

import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: the entry and what only the file columns hold.
 *
 * @param particulars filled by {@link LedgerReader#stream} only
 */
public record LedgerLine(Hazard hazard, @Nullable Particulars particulars) {}
