package org.bihuan.rectification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.CountyTest;
import org.bihuan.deadline.Supervising;
import org.bihuan.diagram.ContractedTask;
import org.bihuan.diagram.Diagram;
import org.bihuan.engine.StartForm;
import org.bihuan.engine.TaskForm;
import org.bihuan.rectification.application.HazardRectificationModel;
import org.bihuan.rectification.application.HazardRectificationModel.AcceptDecision;
import org.bihuan.rectification.application.HazardRectificationModel.Decision;
import org.bihuan.rectification.application.HazardRectificationModel.Entry;
import org.bihuan.rectification.application.HazardRectificationModel.ReviewDecision;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Diagram, contract and code name the same things, and none of them names one more. */
@CountyTest
class ProcessContractTests {
    private static final Path FILE = Path.of("bpmn/rectification/hazard-rectification.bpmn");
    private static final Pattern OUTCOME = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");
    private static final Pattern TIMER = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution\\)}");
    private static final Pattern ASKED = Pattern.compile("\\.rows?\\(\\s*\"([a-z-]+)\"");

    /** Every variable a gateway reads, and all it may be told. */
    private static final Map<String, Class<? extends Enum<?>>> OUTCOMES = Map.of(
            "entry",
            Entry.class,
            HazardRectificationModel.REVIEW_DECISION,
            ReviewDecision.class,
            HazardRectificationModel.ACCEPT_DECISION,
            AcceptDecision.class,
            HazardRectificationModel.VOID_DECISION,
            Decision.class,
            HazardRectificationModel.VERDICT,
            Verdict.class);

    private final Diagram diagram = Diagram.of(FILE);

    @Autowired
    ApplicationContext application;

    @Autowired
    List<TaskForm> taskForms;

    @Autowired
    List<StartForm> startForms;

    @Test
    void theProcessHasTheKeyOfTheContract() {
        assertThat(diagram.all(Process.class).map(Process::getId)).containsExactly(HazardRectificationModel.KEY);
        assertThat(HazardRectificationModel.KEY).isEqualTo("hazard-rectification");
    }

    @Test
    void diagramAndContractNameTheSameUserTasks() {
        var agreed = ContractedTask.drawnOnes().stream()
                .filter(task -> task.process().equals(HazardRectificationModel.KEY))
                .collect(toMap(ContractedTask::key, ContractedTask::name));

        assertThat(diagram.all(UserTask.class).collect(toMap(UserTask::getId, UserTask::getName)))
                .isEqualTo(agreed);
    }

    @Test
    void noShippedDiagramHasATaskThatNobodyAgreedTo() {
        assertThat(Diagram.shipped().stream()
                        .flatMap(shipped -> shipped.all(UserTask.class))
                        .map(UserTask::getId))
                .containsExactlyInAnyOrderElementsOf(ContractedTask.drawnOnes().stream()
                        .map(ContractedTask::key)
                        .toList());
    }

    @Test
    void codeAndFormsNameTheSameUserTasks() {
        var drawn = diagram.all(UserTask.class).map(UserTask::getId).toList();

        assertThat(Arrays.stream(Step.values()).map(Step::key)).containsExactlyElementsOf(drawn);
        assertThat(ours(taskForms).map(TaskForm::task)).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(ours(startForms).map(StartForm::process)).containsExactly(HazardRectificationModel.KEY);
    }

    @Test
    void delegatesAreDrawnAndDrawnOnesAreBeans() {
        var drawn = Diagram.shipped().stream()
                .flatMap(shipped -> shipped.all(ServiceTask.class))
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .collect(toSet());
        var beans = Stream.of(application.getBeanNamesForType(JavaDelegate.class))
                .filter(name -> !name.startsWith("proof")) // the engine room's own test process
                .collect(toSet());

        assertThat(drawn).isEqualTo(beans).contains("openNextRound", "closeCase", "enforceDeadline");
    }

    /** The engine calls such a bean by name: a class that is not public fails only when the timer is armed. */
    @Test
    void timersAskAPublicBeanForADate() {
        var asked = Diagram.shipped().stream()
                .flatMap(shipped -> shipped.all(TimeDate.class))
                .map(TimeDate::getTextContent)
                .toList();

        assertThat(asked).containsOnly("${deadlineWatch.next(execution)}").allSatisfy(expression -> {
            var call = TIMER.matcher(expression);
            assertThat(call.matches()).isTrue();
            var bean = application.getBean(call.group(1)).getClass();
            assertThat(Modifier.isPublic(bean.getModifiers())).isTrue();
            assertThat(bean.getMethod(call.group(2), DelegateExecution.class).getReturnType())
                    .isEqualTo(Date.class);
        });
    }

    @Test
    void gatewaysReadTheOutcomesOfTheCodeAndNothingElse() {
        var read = diagram.all(ConditionExpression.class)
                .map(condition -> OUTCOME.matcher(condition.getTextContent()))
                .filter(comparison -> comparison.matches())
                .collect(groupingBy(
                        comparison -> comparison.group(1),
                        TreeMap::new,
                        mapping(comparison -> comparison.group(2), toSet())));

        assertThat(read).containsOnlyKeys(OUTCOMES.keySet());
        read.forEach((variable, words) -> {
            var known = words(Objects.requireNonNull(OUTCOMES.get(variable)));
            assertThat(known).as(variable).containsAll(words);
            known.removeAll(words);
            assertThat(known)
                    .as("what the default flow of %s stands for", variable)
                    .hasSize(1);
        });
    }

    private static Set<String> words(Class<? extends Enum<?>> outcomes) {
        return Arrays.stream(outcomes.getEnumConstants()).map(Enum::name).collect(toSet());
    }

    @Test
    void messagesOfTheDiagramAreThoseTheCodeSends() {
        assertThat(diagram.all(Message.class).map(Message::getName))
                .containsExactlyInAnyOrder(
                        HazardRectificationModel.SERVED_ON_PAPER,
                        HazardRectificationModel.REPORT_WITHDRAWN,
                        HazardRectificationModel.EXTENSION_ASKED,
                        HazardRectificationModel.EXTENSION_RECALLED,
                        HazardRectificationModel.VOID_PROPOSED,
                        Supervising.OPENED,
                        Supervising.RECALLED);
    }

    @Test
    void theCodeAsksTheTablesThatShip() throws IOException {
        var asked = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(source)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        var shipped = new HashSet<String>();
        try (var files = Files.walk(Path.of("bpmn"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dmn"))
                    .forEach(name -> shipped.add(name.replace(".dmn", "")));
        }

        assertThat(asked).isEqualTo(shipped).contains("routing", "deadline", "ladder");
    }

    /** Beans of the house, not those that the engine room's tests add. */
    private static <T> Stream<T> ours(List<T> beans) {
        return beans.stream().filter(bean -> !bean.getClass().getName().contains("Proof"));
    }
}
