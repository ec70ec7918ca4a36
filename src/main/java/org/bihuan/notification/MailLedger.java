package org.bihuan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as others read it (N14). */
@Repository
class MailLedger implements Notices, Outgoing {
    private final JdbcClient jdbc;
    private final MailRows rows;
    private final Composer composer;
    private final Addresses addresses;
    private final MailHours hours;
    private final CountyTime time;

    MailLedger(
            JdbcClient jdbc, MailRows rows, Composer composer, Addresses addresses, MailHours hours, CountyTime time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.composer = composer;
        this.addresses = addresses;
        this.hours = hours;
        this.time = time;
    }

    @Override
    public List<NoticeLine> of(String hazard) {
        return jdbc.sql("""
                        select f.fired_at as at, f.action as kind, f.kind as clock, f.term, f.step as rung, f.recipient,
                               nullif(coalesce(m.reader, m.recipient), f.recipient) as reader,
                               case when m.set_aside_at is not null then 'SET_ASIDE'
                                    when m.status not in ('SKIPPED') then m.status
                                    when r.hazard is not null then 'WAITING'
                                    when f.step = 'CLEAR' and
                        """ + DigestLines.KNEW_OF_THE_DELAY + """
                                    then 'WAITING' else 'SILENCED' end as status,
                               coalesce(m.attempts, 0) as attempts, m.sent_at, m.smtp_reply
                        from v_fired_rung f
                        left join v_clock r using (hazard, kind, term)
                        left join mail_line l
                          on (l.hazard, l.kind, l.term, l.step, l.recipient) = (f.hazard, f.kind, f.term, f.step, f.recipient)
                        left join mail_outbox m on m.id = l.mail
                        where f.hazard = :hazard
                        union all
                        select m.created_at, m.kind, null, null, null, m.recipient, m.reader, case when m.set_aside_at is not null then 'SET_ASIDE' else m.status end, m.attempts, m.sent_at, m.smtp_reply
                        from mail_outbox m
                        where m.hazard = :hazard and not exists (select from mail_line l where l.mail = m.id)
                        union all
                        select m.created_at, m.kind, c.matter, null, null, coalesce(c.in_place_of, m.recipient), case when c.in_place_of is not null then m.recipient end, case when m.set_aside_at is not null then 'SET_ASIDE' else m.status end, m.attempts, m.sent_at, m.smtp_reply
                        from mail_case c join mail_outbox m on m.id = c.mail
                        where c.hazard = :hazard and c.matter <> 'CLEAR' and not exists (
                            select from mail_line l where l.mail = m.id and l.hazard = c.hazard and l.kind = c.matter)
                        order by at, clock nulls last, term, rung, recipient
                        """)
                .param("hazard", hazard)
                .query(NoticeLine.class)
                .list();
    }

    @Override
    public List<OutgoingMail> waiting(int atMost) {
        return jdbc.sql("""
                        select * from mail_outbox where status = 'NEW'
                        order by immediate desc, next_at, created_at limit :atMost
                        """).param("atMost", atMost).query(this::outgoing).list();
    }

    @Override
    public List<OutgoingMail> undelivered(int atMost) {
        return jdbc.sql("""
                        select * from mail_outbox where status in ('DEAD', 'UNREACHABLE')
                        order by created_at desc limit :atMost
                        """).param("atMost", atMost).query(this::outgoing).list();
    }

    @Override
    public void keepSilentAbout(Collection<String> hazards) {
        jdbc.sql(
                        "update mail_outbox set status = 'SKIPPED' where status = 'NEW' and hazard = any (cast(:hazards as text[]))")
                .param("hazards", hazards.toArray(String[]::new))
                .update();
    }

    private OutgoingMail outgoing(ResultSet row, int index) throws SQLException {
        var mail = rows.mapRow(row, index);
        var addressee =
                mail.digestOn() == null ? addresses.readerFor(mail.recipient()) : addresses.of(mail.recipient());
        var error = row.getString("smtp_reply");
        return new OutgoingMail(
                mail.key(),
                mail.kind().name(),
                mail.recipient(),
                addressee.name(),
                addressee.address(),
                composer.compose(mail, addressee).map(MailText::subject).orElse(""),
                mail.hazard(),
                row.getString("status"),
                leavesAt(mail, row),
                mail.attempts(),
                error == null ? row.getString("last_error") : error);
    }

    private @Nullable Instant leavesAt(QueuedMail mail, ResultSet row) throws SQLException {
        if (!row.getString("status").equals(MailStatus.NEW.name())) {
            return null;
        }
        var due = row.getObject("next_at", OffsetDateTime.class).toInstant();
        var earliest = due.isBefore(time.now()) ? time.now() : due;
        return mail.immediate() ? earliest : hours.nextOpening(earliest);
    }
}
