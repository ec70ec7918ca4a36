package org.bihuan.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bihuan.notification.NoticeLine;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who was told what about a case, in Chinese. */
@Component
class NoticeLines {
    private final MessageSource messages;
    private final Organisation organisation;
    private final CaseNames names;

    NoticeLines(MessageSource messages, Organisation organisation, CaseNames names) {
        this.messages = messages;
        this.organisation = organisation;
        this.names = names;
    }

    /** @param status 已发, 待发 or why not */
    record Line(Instant at, String what, String to, String status) {}

    List<Line> of(List<NoticeLine> notices) {
        return notices.stream()
                .map(line ->
                        new Line(line.at(), what(line), to(line), say("noticeStatus." + line.status(), line.status())))
                .toList();
    }

    /** For whom it was, and who reads it in his place. */
    private String to(NoticeLine line) {
        var reader = line.reader();
        return reader == null
                ? recipient(line.recipient())
                : messages.getMessage(
                        "log.standingIn",
                        new Object[] {recipient(reader), recipient(line.recipient())},
                        Locale.SIMPLIFIED_CHINESE);
    }

    private String what(NoticeLine line) {
        var mail = say("mailKind." + line.kind(), line.kind());
        if ("CLEAR".equals(line.rung())) {
            return say("mailKind.CLEAR." + line.kind(), mail);
        }
        return line.clock() == null ? mail : say("action." + line.kind() + "." + line.clock(), mail);
    }

    private String recipient(String recipient) {
        if (recipient.startsWith("unit:")) {
            return names.unit(UnitCode.of(recipient.substring(5)));
        }
        if (recipient.startsWith("ent:")) {
            var code = CreditCode.of(recipient.substring(4));
            return organisation.enterprise(code).map(Enterprise::name).orElse(code.value());
        }
        return names.person(PersonId.of(recipient));
    }

    private String say(String key, String otherwise) {
        var word = messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE);
        return word == null ? otherwise : word;
    }
}
