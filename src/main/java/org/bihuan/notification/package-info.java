/**
 * What people are told by mail: the outbox, the digest of the working morning, the dispatcher. Others ask here what a case's people
 * were told ({@link org.bihuan.notification.Notices}) and what waits to leave ({@link org.bihuan.notification.Outgoing}). Nothing is
 * sent inside a transaction, and nothing twice.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "organisation",
            "engine",
            "rectification",
            "rectification :: events"
        })
@NullMarked
package org.bihuan.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
