package org.bihuan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Hazards that do not take the usual way: fixed on the spot, public, of management, served on paper. */
@InABrowser
class OtherWaysTests {
    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            startxref
            0
            %%EOF
            """;

    @Test
    void whatIsFixedDuringTheInspectionIsRegisteredAndClosedInOneForm(WalkedCounty county) {
        try (var inspector = county.at("inspector-yaodu")) {
            var page = inspector.page();
            inspector.opensTheRegistration();
            inspector.choosesEnterprise("建筑");
            page.fill("#bh-location", "钢筋加工棚");
            page.fill("#bh-description", "砂轮机防护罩拆下后没有装回");
            inspector.hands("BEFORE", "grinder-before.jpg");
            page.check("input[name=onTheSpot]");
            page.fill("#bh-spot-measures", "当场装回防护罩并试机");
            page.locator(".modal-footer .btn-primary").click();
            assertThat(page.locator(".bh-problem").allTextContents())
                    .containsExactlyInAnyOrder("请填写整改人。", "当场整改须上传整改后照片。");

            page.fill("#bh-spot-rectifier", "王工");
            inspector.hands("AFTER", "grinder-after.jpg");
            inspector.picture("on-the-spot");
            var number = inspector.handsInTheRegistration();

            assertThat(county.fact(number, "$.status")).isEqualTo("CLOSED");
            inspector.goesTo("/hazards/" + number);
            assertThat(inspector.reads("h1 .status")).contains("已销号");
            assertThat(page.locator("#proof ~ .columns a.photo").count()).isEqualTo(2);
        }
    }

    @Test
    void aPublicHazardGoesThroughReviewOnThePhoneOfTheCommitteeOffice(WalkedCounty county) {
        String number;
        try (var clerk = county.at("clerk1")) {
            var page = clerk.page();
            clerk.opensTheRegistration();
            page.check("input[name=sideChoice][value=unit]");
            page.selectOption("#bh-unit", "yaodu");
            page.fill("#bh-location", "滨河路东段公交站台");
            page.fill("#bh-description", "群众来电反映站台顶棚铁皮松动，大风时有坠落危险");
            number = clerk.handsInTheRegistration();
        }
        assertThat(county.fact(number, "$.source")).isEqualTo("PUBLIC_REPORT");
        assertThat(county.fact(number, "$.status")).isEqualTo("REGISTERED");
        String supervisor = county.fact(number, "$.supervisingUnit");
        var reviewer = supervisor.isEmpty() ? "office1" : "head-" + supervisor;
        try (var office = county.onThePhone(reviewer)) {
            var page = office.page();
            office.opens(number);
            office.takes();
            office.picture("review");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out sideways")
                    .isTrue();
            if (supervisor.isEmpty()) {
                page.selectOption("#bh-supervising", "transport");
            }
            page.fill("#bh-requirement", "三日内加固顶棚，加固前设置警戒");
            office.completes();
        }
        assertThat(county.fact(number, "$.status")).isEqualTo("ASSIGNED");
        assertThat(county.fact(number, "$.requirement")).startsWith("三日内");
        assertThat(county.fact(number, "$.clock.owner.code")).isEqualTo("yaodu");
    }

    @Test
    void aHazardOfManagementIsProvenByAPaper(WalkedCounty county) {
        var number = county.registered("inspector-yaodu", enterprise(county, "safety-021", """
                "category": "MANAGEMENT", "location": "安全科", "description": "未建立特种作业人员台账"
                """));
        county.completes("safety-021", number, "accept", "{\"decision\": \"ACCEPT\"}");
        try (var safety = county.at("safety-021")) {
            safety.opens(number);
            safety.handsPaper(pdf("特种作业人员台账.pdf"));
            safety.page().fill("#bh-measures", "已建立台账，逐人登记证件和复审日期，每月由安全科核对。");
            safety.picture("rectify-paper");
            safety.completes();
        }
        try (var inspector = county.at("inspector-yaodu")) {
            inspector.opens(number);
            assertThat(inspector.reads(".bh-round .bh-papers")).contains("特种作业人员台账.pdf");
        }
        assertThat(county.fact(number, "$.status")).isEqualTo("SUBMITTED");
    }

    @Test
    void forAnEnterpriseWithoutAComputerTheInspectorServesOnPaperAndReports(WalkedCounty county) {
        var number = county.registered(
                "inspector-yaodu",
                enterprise(county, "safety-022", "\"location\": \"成品库\", \"description\": \"成品库内私拉电线\""));
        try (var inspector = county.at("inspector-yaodu")) {
            var page = inspector.page();
            inspector.goesTo("/hazards/" + number);
            inspector.handsPaper(pdf("送达回执.pdf"));
            inspector.goesTo("/hazards/" + number);
            page.locator("summary:has-text('登记书面送达')").click();
            page.fill("#recipient", "张三");
            inspector.picture("service");
            page.locator("button:has-text('登记送达')").click();
            page.locator(".status.RECTIFYING").waitFor();

            page.locator("a:has-text('去办理')").click();
            inspector.takes(); // it is offered to the enterprise too
            assertThat(inspector.reads("form.bh-form [data-needs=paper]")).contains("您代企业申报");
            inspector.hands("AFTER", "switch-box-after.jpg");
            page.fill("#bh-measures", "企业已拆除私拉电线，由电工重新穿管布线。");
            inspector.handsPaper(pdf("整改情况说明.pdf"));
            inspector.completes();

            inspector.opens(number);
            page.locator("button.claim").click();
            assertThat(inspector.isTold()).contains("验收"); // who reported for it does not judge (S1)
        }
        county.completes("head-yaodu", number, "verify", "{\"verdict\": \"QUALIFIED\"}");
        assertThat(county.fact(number, "$.status")).isEqualTo("CLOSED");
    }

    /** A hazard of the enterprise that this safety officer works for, due in ten days. */
    private static String enterprise(WalkedCounty county, String safetyOfficer, String more) {
        return """
               "enterprise": "%s", "grade": "GENERAL", "dueOn": "%s", %s
               """.formatted(
                        county.enterpriseOf(safetyOfficer), WalkedCounty.today().plusDays(10), more);
    }

    /** No two have the same bytes. */
    private static FilePayload pdf(String name) {
        var text = PDF.replace("1 0 obj", "% " + name + "\n1 0 obj");
        return new FilePayload(name, "application/pdf", text.getBytes(StandardCharsets.UTF_8));
    }
}
