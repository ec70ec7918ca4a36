/** What the ledger does for other rooms, each in the caller's transaction. */
@NullMarked
package org.bihuan.hazard.application;

import org.jspecify.annotations.NullMarked;
