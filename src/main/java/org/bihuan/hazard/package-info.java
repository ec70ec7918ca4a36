/**
 * The ledger (台账): every hazard with its number, status and append-only case log. The record; nothing in it is ever deleted.
 */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "organisation", "evidence"})
@NullMarked
package org.bihuan.hazard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
