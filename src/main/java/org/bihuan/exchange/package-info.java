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
            "hazard :: events",
            "engine",
            "deadline",
            "deadline :: events",
            "rectification",
            "rectification :: events"
        })
@NullMarked
package org.bihuan.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
