package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.events.CompletionReturned;
import org.bihuan.rectification.events.HazardAssigned;
import org.bihuan.rectification.events.RegistrationRejected;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Names and texts that want to be headers, recipients, commands or markup go over the wire as the text that they are. */
@MailTest
class HostileMailTests {
    private static final String ENTERPRISE = "91341721XN22510854";
    private static final PersonId OFFICER = PersonId.of("safety-hostile");
    private static final String ADDRESS = "safety-hostile@bihuan.example";

    private static final String HEADERS = "\r\nBcc: thief@bihuan.example\r\nX-Bihuan-Kind: FORGED\r\n\r\n";
    private static final String COMMANDS =
            "\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<thief@bihuan.example>\r\nDATA\r\nforged\r\n.\r\n";
    private static final String MARKUP =
            "<script>alert(1)</script><img src=x onerror=alert(1)></title></td>{{7*7}}${7*7}[[${7*7}]][(${7*7})]";
    private static final String HARM = MARKUP + HEADERS + COMMANDS;

    private static final Set<String> HEADERS_OF_OURS = Set.of(
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Received",
            "Return-Path",
            "Subject",
            "To",
            "X-Bihuan-Key",
            "X-Bihuan-Kind");

    @Autowired
    TestClock clock;

    @Autowired
    CountyTime time;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    DigestRun digestRun;

    @Autowired
    SmtpChannel smtp;

    @Autowired
    Addresses addresses;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MasterData masterData;

    @Autowired
    Organisation organisation;

    @Autowired
    MailRoom room;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    private Enterprise harmless = nobody();

    @BeforeEach
    void aCountyFullOfHarm() {
        clock.set("2026-09-24", "10:00");
        harmless = organisation.enterprise(CreditCode.of(ENTERPRISE)).orElseThrow();
        takesIn(called("企<script>" + HEADERS), officer(ADDRESS));
    }

    /** The rows of the county are shared. */
    @AfterEach
    void aHarmlessCounty() {
        takesIn(harmless, officer(null));
    }

    @Test
    void anAssignmentCarriesItsTextsAsText() {
        var hazard = hostileCase("ASSIGNED");

        room.happens(new HazardAssigned(hazard, 2, OFFICER, false, LocalDate.parse("2026-10-15")));
        dispatcher.sendDue();

        arrivesUnharmed("ASSIGNMENT", "【隐患交办】" + hazard + " 整改期限2026-10-15，还剩10个工作日", "员", "企", "地点", "要求");
    }

    @Test
    void aReturnCarriesTheVerifiersWordsAsText() {
        var hazard = hostileCase("RECTIFYING");

        room.happens(new CompletionReturned(hazard, 5, OFFICER, 2, "意见" + HARM, LocalDate.parse("2026-10-15")));
        dispatcher.sendDue();

        arrivesUnharmed("RETURNED", "【整改退回】" + hazard + " 第2轮整改，期限2026-10-15，还剩10个工作日", "员", "意见");
    }

    @Test
    void aRejectionCarriesItsReasonAsText() {
        var hazard = hostileCase("VOIDED");

        room.happens(new RegistrationRejected(hazard, 2, OFFICER, "理由" + HARM));
        dispatcher.sendDue();

        arrivesUnharmed("REJECTED", "【登记退回】" + hazard + " 审核未予通过", "员", "理由");
    }

    @Test
    void aDigestCarriesItsTextsAsText() {
        hostileCase("RECTIFYING");

        digestRun.run();
        dispatcher.sendDue();

        var mail = mailbox.to(ADDRESS).get(0);
        arrivesUnharmed("DIGEST", mail.subject(), "员", "企");
    }

    @Test
    void aSubjectAndAKeyAreOneLineEach() throws Exception {
        try (var round = smtp.open()) {
            round.hand(new ComposedMail(
                    UUID.randomUUID(),
                    "CLOSED/1" + HEADERS,
                    MailKind.CLOSED,
                    ADDRESS,
                    time.now(),
                    "【隐患销号】" + HEADERS + COMMANDS,
                    "text" + COMMANDS,
                    "<p>html</p>"));
        }

        var mail = onlyMail();
        assertThat(mail.subject())
                .startsWith("【隐患销号】 Bcc: thief@bihuan.example")
                .doesNotContain("\r", "\n");
        assertThat(mail.key()).startsWith("CLOSED/1 Bcc:").doesNotContain("\n");
        assertThat(mail.kind()).isEqualTo("CLOSED");
        assertThat(mail.text()).contains("RCPT TO:<thief@bihuan.example>\r\nDATA\r\nforged\r\n.\r\n");
        assertThat(headers(mail.raw())).isSubsetOf(HEADERS_OF_OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example>RCPT",
                "员@bihuan.example",
                "a\u0001@b.example",
                "a@b.example,thief",
                "a;b@b..example"
            })
    void anAddressThatIsMoreThanAnAddressIsNone(String address) {
        takesIn(harmless, officer(address));

        assertThat(addresses.reaches(OFFICER.value())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: thief@bihuan.example",
                "a@b.example,thief@bihuan.example",
                "a@b.example thief@bihuan.example",
                "a@b.example\n"
            })
    void anAddressOfSeveralIsNotEvenKept(String address) {
        assertThatThrownBy(() -> takesIn(harmless, officer(address)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_person_email_is_an_address");
    }

    /** What stands in the one mail: nothing but ours in its head, and the texts of both parts as they were typed. */
    private void arrivesUnharmed(String kind, String subject, String... texts) {
        assertThat(mailbox.to("thief@bihuan.example")).isEmpty();
        var mails = mailbox.to(ADDRESS);
        assertThat(mails).hasSize(1);
        var mail = mails.get(0);
        assertThat(mail.kind()).isEqualTo(kind);
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(headers(mail.raw())).isSubsetOf(HEADERS_OF_OURS);
        assertThat(mail.html())
                .doesNotContain("<script", "<img", "</title></td>")
                .doesNotContain("49"); // the sum of no expression
        for (var text : texts) {
            assertThat(mail.text()).as(text).contains(text + "<script>").doesNotContain("49");
            assertThat(mail.html()).as(text).contains(text + "&lt;script&gt;");
        }
    }

    private Mailbox.Mail onlyMail() {
        assertThat(mailbox.all()).hasSize(1);
        return mailbox.all().get(0);
    }

    private static Set<String> headers(MimeMessage message) {
        try {
            var names = new TreeSet<String>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                names.add(header.getName());
            }
            return names;
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String hostileCase(String status) {
        var hazard = ledger.of(ENTERPRISE, OFFICER.value(), status, "GENERAL");
        if (!status.equals("VOIDED")) {
            hazard.clock("ACCEPT", "2026-09-29").clock("RECTIFY", "2026-10-15");
        }
        jdbc.sql("""
                        update hazard set location = :location, description = :description, requirement = :requirement
                        where number = :number
                        """)
                .param("location", "地点" + HARM)
                .param("description", "描述" + HARM)
                .param("requirement", "要求" + HARM)
                .param("number", hazard.number)
                .update();
        return hazard.number;
    }

    private void takesIn(Enterprise enterprise, Person officer) {
        masterData.takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(enterprise), List.of(officer));
    }

    private static Person officer(@Nullable String email) {
        return new Person(
                OFFICER,
                "员<script>" + HEADERS,
                email,
                null,
                CreditCode.of(ENTERPRISE),
                Set.of(Role.ENTERPRISE_SAFETY),
                email != null);
    }

    private Enterprise called(String name) {
        return new Enterprise(
                harmless.code(),
                name,
                List.of(),
                harmless.region(),
                harmless.industry(),
                harmless.riskGrade(),
                harmless.address(),
                harmless.employees(),
                harmless.principal(),
                harmless.safetyOfficer(),
                harmless.mailbox());
    }

    private static Enterprise nobody() {
        return new Enterprise(CreditCode.of(ENTERPRISE), "", List.of(), "", "", "blue", "", 0, null, null, null);
    }
}
