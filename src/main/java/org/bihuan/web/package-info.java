/**
 * Pages that span rooms: the frame, the start page, ledger and case, error pages and problem details. Nobody uses this room.
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
            "deadline",
            "letters",
            "rectification",
            "rectification :: events",
            "exchange",
            "notification"
        })
@NullMarked
package org.bihuan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
