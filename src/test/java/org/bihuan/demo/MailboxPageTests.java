package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bihuan.notification.Outgoing;
import org.bihuan.notification.OutgoingMail;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What the mailbox shows, without the frame around it. */
class MailboxPageTests {
    private static final Instant NOW = Instant.parse("2026-09-24T02:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>\"><b>";

    private final CollectedMails mails = new CollectedMails(10);
    private final Outgoing outgoing = mock(Outgoing.class);
    private MockMvc http = standaloneSetup().build();

    @BeforeEach
    void openTheMailbox() {
        var time = new CountyTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
        http = standaloneSetup(new MailboxPage(mails, outgoing, time))
                .setViewResolvers(views())
                .build();
        when(outgoing.waiting(anyInt())).thenReturn(List.of());
        when(outgoing.undelivered(anyInt())).thenReturn(List.of());
    }

    @Test
    void anEmptyMailboxSaysSo() throws Exception {
        assertThat(page("/demo/mailbox")).contains("还没有邮件。", "没有等待发出的邮件。").doesNotContain("未能送达");
    }

    @Test
    void whatWasSentAndWhatWaitsStandsThereWithCountyTime() throws Exception {
        arrived("请签收", "正文", "<p>正文</p>");
        when(outgoing.waiting(anyInt())).thenReturn(List.of(waiting("每日提醒", Instant.parse("2026-09-28T00:30:00Z"))));
        when(outgoing.undelivered(anyInt())).thenReturn(List.of(waiting("退回整改", null)));

        assertThat(page("/demo/mailbox"))
                .contains("请签收", "/demo/mailbox/1", "2026年9月24日 10:00")
                .contains("每日提醒", "2026年9月28日 08:30")
                .contains("未能送达", "退回整改");
    }

    @Test
    void aMailIsShownAsTextAndInAFrameThatRunsNothing() throws Exception {
        arrived(HOSTILE, HOSTILE, "<p>正文</p>" + HOSTILE);

        assertThat(page("/demo/mailbox/1"))
                .doesNotContain("<script>alert", "\"><b>")
                .contains("sandbox=\"allow-top-navigation-by-user-activation\"")
                .contains("srcdoc=\"&lt;base target=&quot;_top&quot;&gt;&lt;p&gt;正文");
    }

    @Test
    void programsReadTheFieldsByTheirNames() throws Exception {
        arrived("请签收", "正文", "");

        assertThat(page("/demo/mailbox.json"))
                .contains("\"to\":\"safety-001@bihuan.example\"", "\"subject\":\"请签收\"", "\"kind\":\"ASSIGNMENT\"")
                .contains(
                        "\"key\":\"k-1\"",
                        "\"messageId\":\"<1@bihuan>\"",
                        "\"text\":\"正文\"",
                        "\"html\":\"\"",
                        "\"at\":");
    }

    private void arrived(String subject, String text, String html) {
        mails.add(number -> new CollectedMail(
                number,
                "safety-001@bihuan.example",
                subject,
                "ASSIGNMENT",
                "k-" + number,
                "<" + number + "@bihuan>",
                NOW,
                text,
                html));
    }

    private static OutgoingMail waiting(String subject, @Nullable Instant leavesAt) {
        return new OutgoingMail("k", "DIGEST", "office1", "经办员", null, subject, null, "NEW", leavesAt, 0, null);
    }

    private String page(String path) throws Exception {
        var answer = http.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static ThymeleafViewResolver views() {
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(templates("demo/", 1));
        engine.addTemplateResolver(templates("templates/", 2));
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    private static ClassLoaderTemplateResolver templates(String folder, int order) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(folder);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }
}
