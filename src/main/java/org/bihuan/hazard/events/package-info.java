/** What has happened in the ledger, past tense, told in the same transaction. */
@NamedInterface("events")
@NullMarked
package org.bihuan.hazard.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
