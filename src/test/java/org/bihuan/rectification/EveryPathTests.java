package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Footprints;
import org.bihuan.diagram.Diagram;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through hazard-rectification, and proof that together they leave no node and no flow untrodden. */
@CountyTest
class EveryPathTests {
    private static final Diagram DIAGRAM = Diagram.of(Path.of("bpmn/rectification/hazard-rectification.bpmn"));

    @Autowired
    County county;

    @Autowired
    Footprints footprints;

    private final List<HazardNumber> walked = new ArrayList<>();

    private County.Actor inspector;
    private County.Actor office;
    private County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        office = county.person("office1");
        safety = county.person("safety-010");
    }

    /** A way through the diagram, told by what its wanderer meets; gateways and the waiting timer go without saying. */
    private record Story(String title, Supplier<HazardNumber> walk, List<String> meets) {}

    private static Story story(String title, Supplier<HazardNumber> walk, String... meets) {
        return new Story(title, walk, List.of(meets));
    }

    @TestFactory
    Stream<DynamicTest> everyNodeAndFlowIsWalked() {
        var stories = stories().map(story -> dynamicTest(story.title, () -> walk(story)));
        return Stream.concat(
                stories, Stream.of(dynamicTest("nothing of the diagram is left out", this::nothingIsLeftOut)));
    }

    private Stream<Story> stories() {
        return Stream.of(
                story(
                        "reported, accepted, rectified, qualified",
                        this::straightThrough,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "rectify",
                        "verify",
                        "Task_CloseHazard",
                        "EndEvent_HazardClosed"),
                story(
                        "reviewed, declined, rejected",
                        this::declined,
                        "StartEvent_HazardRegistered",
                        "review",
                        "accept",
                        "review",
                        "EndEvent_HazardVoided"),
                story("a duplicate", this::duplicate, "StartEvent_HazardRegistered", "review", "EndEvent_HazardMerged"),
                story(
                        "served on paper",
                        this::servedOnPaper,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "Boundary_ServedOnPaper",
                        "rectify"),
                story(
                        "reported and taken back",
                        this::withdrawn,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "rectify",
                        "verify",
                        "Boundary_ReportWithdrawn",
                        "rectify"),
                story(
                        "unqualified, a second round",
                        this::secondRound,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "rectify",
                        "verify",
                        "Task_ReturnForRework",
                        "rectify",
                        "verify",
                        "Task_CloseHazard",
                        "EndEvent_HazardClosed"),
                story(
                        "fixed during the inspection",
                        this::onTheSpot,
                        "StartEvent_HazardRegistered",
                        "Task_CloseHazard",
                        "EndEvent_HazardClosed"),
                story(
                        "taken over while it is rectified",
                        this::takenOverOpen,
                        "StartEvent_HazardRegistered",
                        "rectify"),
                story(
                        "taken over when it waits for its verdict",
                        this::takenOverReported,
                        "StartEvent_HazardRegistered",
                        "verify"),
                story(
                        "overdue, told by the engine",
                        this::overdue,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "Task_EnforceDeadline"),
                story(
                        "asked for more time, granted",
                        this::extended,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "SubProcess_Extension",
                        "StartEvent_ExtensionAsked",
                        "decide-extension",
                        "EndEvent_ExtensionDecided"),
                story(
                        "reported while more time is asked for",
                        this::reportedWhileAsked,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "rectify",
                        "SubProcess_Extension",
                        "StartEvent_ExtensionAsked",
                        "decide-extension",
                        "Boundary_ExtensionRecalled",
                        "EndEvent_ExtensionDecided",
                        "verify"),
                story(
                        "three working days late, the leader answers",
                        this::supervised,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "rectify",
                        "Task_EnforceDeadline",
                        "SubProcess_Supervision",
                        "StartEvent_SupervisionOpened",
                        "supervise",
                        "EndEvent_SupervisionEnded"),
                story(
                        "reported before the leader has answered",
                        this::reportedWhileSupervised,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "rectify",
                        "Task_EnforceDeadline",
                        "SubProcess_Supervision",
                        "StartEvent_SupervisionOpened",
                        "supervise",
                        "Boundary_SupervisionRecalled",
                        "EndEvent_SupervisionEnded",
                        "verify"),
                story(
                        "found void",
                        this::voided,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "SubProcess_Voiding",
                        "StartEvent_VoidProposed",
                        "decide-void",
                        "EndEvent_VoidGranted",
                        "SubProcess_Voided",
                        "StartEvent_HazardVoided",
                        "EndEvent_CaseVoided"),
                story(
                        "found not void",
                        this::notVoided,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "SubProcess_Voiding",
                        "StartEvent_VoidProposed",
                        "decide-void",
                        "EndEvent_VoidRefused"),
                story(
                        "given to another enterprise before and after it accepted",
                        this::moved,
                        "StartEvent_HazardRegistered",
                        "accept",
                        "accept",
                        "rectify",
                        "accept"));
    }

    private void walk(Story story) {
        county.todayIs("2026-09-24");
        var number = story.walk.get();
        walked.add(number);

        assertThat(footprints.of(number).stream()
                        .filter(step -> !step.startsWith("Flow_") && !step.startsWith("Gateway_"))
                        .filter(step -> !step.startsWith("Timer_")))
                .containsExactlyElementsOf(story.meets);
    }

    private void nothingIsLeftOut() {
        var untrodden = new TreeSet<String>();
        Stream.concat(DIAGRAM.nodes(), DIAGRAM.flows()).map(BaseElement::getId).forEach(untrodden::add);
        assertThat(untrodden).hasSizeGreaterThan(40);
        untrodden.removeAll(footprints.of(walked));

        assertThat(untrodden)
                .as("nodes and flows of %s that no story walks", DIAGRAM)
                .isEmpty();
    }

    private HazardNumber extended() {
        var hazard = assigned();
        safety.asksForMoreTime(hazard, "2026-10-20");
        county.person("head-yaodu").grants(hazard, "2026-10-20");
        return hazard;
    }

    private HazardNumber reportedWhileAsked() {
        var hazard = assigned();
        safety.accepts(hazard);
        safety.asksForMoreTime(hazard, "2026-10-20");
        safety.rectifies(hazard);
        return hazard;
    }

    private HazardNumber supervised() {
        var hazard = late();
        county.person("head-yaodu").answers(hazard, "INSTRUCTION", null);
        return hazard;
    }

    private HazardNumber reportedWhileSupervised() {
        var hazard = late();
        safety.rectifies(hazard);
        return hazard;
    }

    private HazardNumber late() {
        var hazard = assigned();
        safety.accepts(hazard);
        county.todayIs("2026-10-15");
        county.timerFires(hazard);
        return hazard;
    }

    private HazardNumber voided() {
        var hazard = assigned();
        inspector.proposesToVoid(hazard);
        county.person("head-yaodu").decidesOnVoid(hazard, "GRANT");
        return hazard;
    }

    private HazardNumber notVoided() {
        var hazard = assigned();
        inspector.proposesToVoid(hazard);
        county.person("head-yaodu").decidesOnVoid(hazard, "REFUSE");
        return hazard;
    }

    private HazardNumber moved() {
        var hazard = assigned();
        var other = county.person("safety-011");
        inspector.moves(hazard, other);
        other.accepts(hazard);
        inspector.moves(hazard, safety);
        return hazard;
    }

    private HazardNumber assigned() {
        return inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
    }

    private HazardNumber reported() {
        var hazard = assigned();
        safety.accepts(hazard);
        safety.rectifies(hazard);
        return hazard;
    }

    private HazardNumber straightThrough() {
        var hazard = reported();
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        return hazard;
    }

    private HazardNumber declined() {
        var hazard = inspector.registers(county.aHazardAt(safety));
        inspector.reviews(hazard, "ACCEPT", Map.of());
        safety.declines(hazard, "该车间已出租给他人");
        inspector.reviews(hazard, "REJECT", Map.of("reason", "现场核实不存在"));
        return hazard;
    }

    private HazardNumber duplicate() {
        var survivor = assigned();
        var hazard = inspector.registers(county.aHazardAt(safety));
        inspector.reviews(hazard, "DUPLICATE", Map.of("duplicateOf", survivor.value(), "reason", "同一处"));
        return hazard;
    }

    private HazardNumber servedOnPaper() {
        var hazard = assigned();
        inspector.servesOnPaper(hazard, inspector.handsInPaper(hazard));
        return hazard;
    }

    private HazardNumber withdrawn() {
        var hazard = reported();
        safety.withdraws(hazard);
        return hazard;
    }

    private HazardNumber secondRound() {
        var hazard = reported();
        inspector.judges(hazard, Verdict.UNQUALIFIED, "锁具未装");
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");
        return hazard;
    }

    private HazardNumber onTheSpot() {
        var before = inspector.photographsAhead(Stage.BEFORE);
        var after = inspector.photographsAhead(Stage.AFTER);
        return inspector.registers(county.aHazardAt(safety).with(before, after).fixedOnTheSpotBy("李四"));
    }

    private HazardNumber takenOverOpen() {
        return office.takesOver(county.aHazardAt(safety), Status.RECTIFYING, "2026-09-01", "2026-10-09");
    }

    private HazardNumber takenOverReported() {
        return office.takesOver(county.aHazardAt(safety), Status.SUBMITTED, "2026-09-01", "2026-09-22");
    }

    private HazardNumber overdue() {
        var hazard = assigned();
        county.todayIs("2026-09-30"); // the day after its day of acceptance
        county.timerFires(hazard);
        assertThat(county.overdueIncidents(hazard)).isEqualTo(1);
        return hazard;
    }
}
