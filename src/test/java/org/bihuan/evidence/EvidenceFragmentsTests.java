package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.evidence.Stage.AFTER;
import static org.bihuan.evidence.Stage.BEFORE;
import static org.bihuan.evidence.Stage.DOCUMENT;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class EvidenceFragmentsTests {
    private static final UUID BEFORE_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID AFTER_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID PAPER_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");

    @Test
    void beforeAndAfterStandSideBySideAndPapersBelow() {
        var page = photos(
                item(AFTER_ID, AFTER, "image/png", "b.png"),
                item(BEFORE_ID, BEFORE, "image/jpeg", "a.jpg"),
                item(PAPER_ID, DOCUMENT, "application/pdf", "{{7*7}}<b>.pdf"));

        assertThat(page)
                .containsSubsequence(
                        "整改前",
                        "/api/v1/evidence/" + BEFORE_ID + "/thumbnail",
                        "整改前照片1",
                        "整改后",
                        "/api/v1/evidence/" + AFTER_ID + "/thumbnail",
                        "整改后照片1",
                        "书面材料",
                        "href=\"/api/v1/evidence/" + PAPER_ID + "\"",
                        "{{7*7}}&lt;b&gt;.pdf");
        assertThat(page)
                .contains("拍摄于2026-05-12", "上传于2026-05-13", "ng-non-bindable")
                .doesNotContain("??");
        assertThat(page).doesNotContain(PAPER_ID + "/thumbnail");
    }

    @Test
    void aCaseWithoutPhotosSaysSo() {
        assertThat(photos()).containsSubsequence("整改前", "尚未上传", "整改后", "尚未上传").doesNotContain("书面材料");
    }

    @Test
    void theControlOfAnUnregisteredHazardKeepsTheIdsInTheFieldEvidence() {
        var control = drawn("~{evidence/fragments :: upload('BEFORE', null, ${ids})}", Map.of("ids", "one,two"));

        assertThat(control)
                .contains("data-stage=\"BEFORE\"", "cam-variable-name=\"evidence\"", "value=\"one,two\"", "上传整改前照片");
        assertThat(control).doesNotContain("data-hazard");
    }

    @Test
    void theControlOfAHazardAttachesAtOnce() {
        var control = drawn(
                "~{evidence/fragments :: upload('AFTER', ${number}, null)}",
                Map.of("number", "341721-107-2026-G-00123"));

        assertThat(control).contains("data-hazard=\"341721-107-2026-G-00123\"").doesNotContain("<input");
    }

    private static EvidenceItem item(UUID id, Stage stage, String mediaType, String name) {
        return new EvidenceItem(
                id,
                "subject",
                stage,
                "0".repeat(64),
                mediaType,
                name,
                1,
                Instant.parse("2026-05-12T02:12:07Z"),
                PersonId.of("inspector-one"),
                Instant.parse("2026-05-12T17:00:00Z"));
    }

    private static String photos(EvidenceItem... items) {
        return drawn(
                "~{evidence/fragments :: photos(${items}, ${zone})}",
                Map.of("items", List.of(items), "zone", ZoneId.of("Asia/Shanghai")));
    }

    private static String drawn(String fragment, Map<String, @Nullable Object> model) {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/evidence");
        words.setDefaultEncoding("UTF-8");
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        templates.setResolvablePatterns(Set.of("evidence/*"));
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(words);
        engine.addTemplateResolver(templates);
        engine.addTemplateResolver(new StringTemplateResolver());
        var page = "<div th:replace=\"" + fragment + "\"></div>";
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        return engine.process(page, new WebContext(exchange, Locale.SIMPLIFIED_CHINESE, model));
    }
}
