package org.bihuan.notification;

import org.jspecify.annotations.Nullable;

/** A mail was not taken by the channel. */
class NotTaken extends Exception {

    /** What becomes of the mail. */
    enum Reason {
        /** Nobody there to take any mail: the others need not be tried now. */
        SERVER_AWAY,
        /** Not now; worth another attempt. */
        LATER,
        /** Never: the server refuses this mail or its recipient for good. */
        NEVER
    }

    private final Reason reason;
    private final @Nullable String reply;

    /** @param reply the server's own words; absent when it said nothing */
    NotTaken(Reason reason, @Nullable String reply, @Nullable Throwable cause) {
        super(cause == null ? reply : cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
        this.reason = reason;
        this.reply = reply;
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    String reply() {
        return reply;
    }
}
