/**
 * A case on its way to closure. The ledger owns the status; this room decides when it may change.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "organisation",
            "evidence",
            "hazard",
            "engine",
            "decisions",
            "deadline"
        })
@NullMarked
package org.bihuan.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
