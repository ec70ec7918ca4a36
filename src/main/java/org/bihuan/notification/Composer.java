package org.bihuan.notification;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the text of a mail from the state of its cases at the moment of asking (N15). */
@Component
class Composer {
    private final MailedCases cases;
    private final NoticeText notices;
    private final DigestText digests;

    Composer(MailedCases cases, NoticeText notices, DigestText digests) {
        this.cases = cases;
        this.notices = notices;
        this.digests = digests;
    }

    /** @return empty where the cases have moved on and nothing is left to say */
    Optional<MailText> compose(QueuedMail mail, Addressee to) {
        var hazard = mail.hazard();
        if (hazard != null) {
            return notices.about(mail, cases.of(hazard), to);
        }
        if (mail.kind() == MailKind.DAILY_REPORT) {
            return Optional.of(digests.report(mail, to));
        }
        var lines = cases.ofDigest(mail.id());
        var allClears = cases.allClears(mail.id());
        return lines.isEmpty() && allClears.isEmpty()
                ? Optional.empty()
                : Optional.of(digests.of(mail.kind(), lines, allClears, to));
    }
}
