package org.bihuan.notification;

import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the morning's mail of the committee office says of drafts that nobody has read yet (N6). */
@Repository
class WaitingLetters {
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final NotificationSettings settings;
    private final Words words;

    WaitingLetters(JdbcClient jdbc, Organisation organisation, NotificationSettings settings, Words words) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.settings = settings;
        this.words = words;
    }

    /** Empty for anybody else, in any other mail, and where none waits. */
    String inWords(MailKind kind, Addressee to) {
        if (kind != MailKind.DIGEST || !isOfTheOffice(to)) {
            return "";
        }
        var waiting = jdbc.sql("select count(*) from v_waiting_letter")
                .query(Integer.class)
                .single();
        return waiting == 0 ? "" : words.say("mail.letters", waiting, settings.page("/letters"));
    }

    private boolean isOfTheOffice(Addressee to) {
        return organisation.holdersOf(Role.COMMITTEE_OFFICE).stream()
                .anyMatch(person -> person.id().value().equals(to.code()));
    }
}
