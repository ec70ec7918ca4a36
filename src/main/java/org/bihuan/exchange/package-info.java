/**
 * The ledger in and out as Excel and CSV, by the reading rules of the county.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "organisation",
            "evidence",
            "hazard",
            "engine",
            "deadline",
            "rectification",
            "rectification :: events"
        })
@NullMarked
package org.bihuan.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
