package org.bihuan.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox on its way out.
 *
 * @param key unique for ever; a mail of the same key is the same mail
 * @param hazard absent exactly for mails of the morning
 * @param digestOn the only day on which a mail of the morning may leave; absent for all else
 * @param params what the event said and the case itself does not keep
 * @param attempts how often it was handed to the server before
 */
record QueuedMail(
        UUID id,
        String key,
        MailKind kind,
        String recipient,
        @Nullable String hazard,
        @Nullable LocalDate digestOn,
        Map<String, String> params,
        boolean immediate,
        int attempts) {
    String param(String name) {
        return params.getOrDefault(name, "");
    }

    boolean isAboutAClock() {
        return kind == MailKind.ESCALATION || kind == MailKind.OVERDUE || kind == MailKind.NUDGE;
    }

    /** The running clock that a mail about one is about. */
    Optional<CaseClock> itsClock(List<CaseClock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.matter().name().equals(params.get("clock")))
                .findFirst();
    }

    /** Its reader has nothing to do any more. */
    boolean onlyTells() {
        return kind == MailKind.CLOSED || kind == MailKind.REJECTED || isToTheOldHands();
    }

    /** To the person who had the work, or to one of those who lead the unit that followed the case. */
    boolean isToTheOldHands() {
        return kind == MailKind.REASSIGNED && (recipient.equals(params.get("from")) || params.containsKey("fromUnit"));
    }

    /** Another unit follows the case. */
    boolean isHandedOver() {
        return params.containsKey("toUnit");
    }

    boolean isAboutAProposal() {
        return params.containsKey("proposal");
    }
}
