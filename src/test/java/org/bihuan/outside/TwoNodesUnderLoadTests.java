package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Arrays;
import org.bihuan.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes of one county: they start for the first time at the same instant, and one of them dies in the middle of its work. */
class TwoNodesUnderLoadTests {
    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.fresh();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Journal doomed = new Journal();
    private final Journal survivor = new Journal();

    @Test
    void theyFoundTheCountyTogetherAndOneGoesOnAloneWithNothingLostAndNothingTwice() throws Exception {
        mail.start();
        var settings = Elsewhere.sampleCountyAt(database.url(), mail.getSmtp().getPort());
        try (var one = PackagedApplication.launched(data, settings);
                var other = PackagedApplication.launched(data, settings)) {
            one.awaitHealth();
            other.awaitHealth();
            assertThat(twice()).as("a first start does nothing twice").isEmpty();
            doomed.beginWriting(one);
            survivor.beginWriting(other);

            one.kill();

            var inspector = other.caller().as("inspector-xiangyu");
            assertThat(doomed.acknowledged())
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(
                                    inspector.get("/api/v1/hazards/" + number).status())
                            .as(number)
                            .isEqualTo(200));
            var before = survivor.acknowledged().size();
            survivor.awaitMoreThan(before);
            assertThat(other.caller().get("/actuator/health").status()).isEqualTo(200);
        } finally {
            mail.stop();
        }
        assertThat(twice()).isEmpty();
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(TwoNodesUnderLoadTests::key))
                .doesNotHaveDuplicates();
    }

    /** What there may be once only and no constraint of the engine's says so. */
    private Iterable<String> twice() {
        return JdbcClient.create(database.owner()).sql("""
                        select 'process ' || key_ || ' ' || version_ from act_re_procdef where version_ > 1
                        union all select 'table ' || key_ || ' ' || version_ from act_re_decision_def where version_ > 1
                        union all select 'filter ' || name_ from act_ru_filter group by name_ having count(*) > 1
                        union all select 'right ' || group_id_ || ' ' || resource_type_ || ' ' || resource_id_ from act_ru_authorization
                                  where group_id_ is not null group by group_id_, resource_type_, resource_id_, type_ having count(*) > 1
                        union all select 'case ' || business_key_ from act_ru_execution
                                  where parent_id_ is null and business_key_ is not null group by business_key_ having count(*) > 1
                        union all select 'hazard without case ' || number from hazard where status <> 'CLOSED'
                                  and not exists (select from act_ru_execution where business_key_ = number and parent_id_ is null)
                        union all select 'gap in the numbers of ' || substr(number, 12, 6) from hazard group by substr(number, 12, 6)
                                  having max(cast(right(number, 5) as integer)) > count(*)
                        union all select 'mails of ' || hazard from mail_outbox where kind = 'ASSIGNMENT'
                                  group by hazard, recipient having count(*) > 1
                        """).query(String.class).list();
    }

    private static String key(MimeMessage message) {
        try {
            return String.join(" ", message.getHeader("Message-ID"));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
