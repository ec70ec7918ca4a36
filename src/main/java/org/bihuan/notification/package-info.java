/**
 * What people are told by mail: the outbox, the digest of the working morning, the dispatcher. Sends outside every transaction, and nothing twice.
 */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "organisation", "engine", "rectification :: events"})
@NullMarked
package org.bihuan.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
