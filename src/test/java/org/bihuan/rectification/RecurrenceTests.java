package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.bihuan.Browser;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.rectification.SimilarCases.Similar;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 反弹: the same problem again within a year of its closing (domain 4.7); and what only may be the same (T1). */
@CountyTest
class RecurrenceTests {
    @Autowired
    County county;

    @Autowired
    SimilarCases similar;

    @Autowired
    LedgerReader reader;

    County.Actor inspector;
    County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-011");
        county.todayIs("2025-09-24");
    }

    @Test
    void theSameProblemWithinAYearOfItsClosingIsFlaggedLinkedAndLogged() {
        var earlier = closedToday("仓库东门灭火器压力不足，指针在红区");

        county.todayIs("2026-09-24"); // the last day
        var again = registers("仓库东门的灭火器压力不足，指针在红区");

        assertThat(recurrences(again)).containsExactly(earlier);
        assertThat(county.log(again))
                .filteredOn(entry -> entry.kind() == EntryKind.RECURRENCE_FOUND)
                .extracting(WrittenEntry::data)
                .containsExactly("{\"earlier\":\"" + earlier + "\"}");
        assertThat(county.logIsUntouched(again)).isTrue();
    }

    @Test
    void afterAYearItIsANewHazard() {
        closedToday("宿舍楼二层疏散通道被货架堵塞");

        county.todayIs("2026-09-25");

        assertThat(recurrences(registers("宿舍楼二层疏散通道被货架堵塞"))).isEmpty();
    }

    @Test
    void theSameClauseIsTheSameProblemHoweverItIsDescribed() {
        var clause = "《仓储场所消防安全管理通则》6.8，物品堆放";
        var earlier = closedToday(wish("原料库堆垛超高").under(clause));

        var again = inspector.registers(wish("成品库货物挡住了喷头").under(clause));

        assertThat(recurrences(again)).containsExactly(earlier);
    }

    @Test
    void anOpenCaseIsACandidateAndNoRecurrence() {
        var open = registers("锅炉房可燃气体报警器未检定");

        var again = registers("锅炉房的可燃气体报警器未检定");

        assertThat(recurrences(again)).isEmpty();
        assertThat(similar.to(county.hazard(again), inspector.person()))
                .extracting(Similar::number, Similar::recurring)
                .contains(tuple(open.value(), false))
                .noneMatch(found -> found.toList().contains(again.value()));
    }

    @Test
    void theRegistrantIsToldOfBothAtOnce(@LocalServerPort int port, @Autowired Credentials credentials) {
        var closed = closedToday("空压机安全阀超期未校验，压力表无检定标签");
        var open = registers("空压机皮带轮无防护罩");
        credentials.setWhereMissing(List.of(inspector.id()), "Bihuan-demo-2026");

        var answer = Browser.at(port)
                .json("POST", "/api/v1/hazards", inspector.id().value(), "Bihuan-demo-2026", """
                        {"enterprise": "%s", "location": "一号车间东侧", "foundOn": "2025-09-24",
                         "description": "空压机安全阀超期未校验，压力表没有检定标签"}
                        """.formatted(
                                safety.person().enterprise()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var similar = "$.similar[?(@.recurring == %s)].number";
        assertThat(JsonPath.<String>read(answer.body(), "$.number")).startsWith("341721-");
        assertThat(JsonPath.<List<String>>read(answer.body(), similar.formatted(true)))
                .containsExactly(closed.value());
        assertThat(JsonPath.<List<String>>read(answer.body(), similar.formatted(false)))
                .contains(open.value());
    }

    @Test
    void anotherEnterprisesCaseIsNoneOfTheTwo() {
        closedToday("叉车无牌照，驾驶员未持证上岗");

        var elsewhere = inspector.registers(county.aHazardAt(county.person("safety-010"))
                .described("叉车无牌照，驾驶员未持证上岗")
                .dueOn("2025-10-15"));

        assertThat(recurrences(elsewhere)).isEmpty();
        assertThat(similar.to(county.hazard(elsewhere), inspector.person()))
                .noneMatch(found -> found.hazard().finding().description().contains("叉车"));
    }

    @Test
    void whoMayNotSeeTheEarlierCaseIsNotToldOfIt() {
        closedToday("卸料平台护栏松动，脚手板未固定");
        var stranger = county.person("inspector-emb-chem");

        var again = stranger.registers(wish("卸料平台护栏松动，脚手板未固定"));

        assertThat(recurrences(again)).hasSize(1);
        assertThat(reader.recurrences(List.of(again), stranger.person())).isEmpty();
        assertThat(similar.to(county.hazard(again), stranger.person())).isEmpty();
    }

    private County.HazardWish wish(String description) {
        return county.aHazardAt(safety).described(description).dueOn("2025-10-15");
    }

    private HazardNumber registers(String description) {
        var day = county.today().plusDays(15).toString();
        return inspector.registers(
                county.aHazardAt(safety).described(description).dueOn(day));
    }

    private HazardNumber closedToday(String description) {
        return closedToday(wish(description));
    }

    private HazardNumber closedToday(County.HazardWish wish) {
        var hazard = inspector.registers(wish);
        safety.accepts(hazard);
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        return hazard;
    }

    private List<HazardNumber> recurrences(HazardNumber number) {
        return List.copyOf(
                reader.recurrences(List.of(number), inspector.person()).values());
    }
}
