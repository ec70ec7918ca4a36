package org.bihuan.notification;

/** A mail was written into the outbox; once that has committed, the dispatcher of this node need not wait for its next look. */
record MailQueued() {}
