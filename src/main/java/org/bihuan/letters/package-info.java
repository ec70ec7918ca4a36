/**
 * Official letters (文书): drafted where the ladder asks for them, taken back when the delay ends, read and discarded by people.
 * The system drafts and nothing more; nobody is told anything by a draft (N6).
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "organisation",
            "evidence",
            "hazard",
            "deadline",
            "deadline :: events"
        })
@NullMarked
package org.bihuan.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
