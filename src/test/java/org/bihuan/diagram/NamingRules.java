package org.bihuan.diagram;

import static java.util.Map.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** What things are called, in the files and on the screen. */
final class NamingRules {
    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Predicate<String> CHINESE =
            Pattern.compile("[^A-Za-z]*\\p{IsHan}[^A-Za-z]*").asMatchPredicate();
    private static final Path FORMS = Path.of("src/main/resources/templates/forms");

    /** Ids begin with the kind of thing; a kind that is not named here is not drawn in this house. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            entry("startEvent", "StartEvent_"),
            entry("endEvent", "EndEvent_"),
            entry("boundaryEvent", "Boundary_"),
            entry("intermediateCatchEvent", "Timer_"),
            entry("exclusiveGateway", "Gateway_"),
            entry("parallelGateway", "Gateway_"),
            entry("serviceTask", "Task_"),
            entry("subProcess", "SubProcess_"),
            entry("sequenceFlow", "Flow_"),
            entry("message", "Message_"),
            entry("participant", "Participant_"),
            entry("lane", "Lane_"));

    static final List<DiagramRule> RULES = List.of(
            new DiagramRule("file and process share one name in kebab case", NamingRules::otherName),
            new DiagramRule("a process says what it is for and how long its past is kept", NamingRules::silentProcess),
            new DiagramRule("ids speak: the kind of thing and what it is", NamingRules::dumbIds),
            new DiagramRule("whatever people read is Chinese", NamingRules::notChinese),
            new DiagramRule("forks and joins have no name", NamingRules::namedJoins),
            new DiagramRule("every end says another result", NamingRules::sameEnds),
            new DiagramRule("messages are named in kebab case", NamingRules::otherMessages),
            new DiagramRule("a user task says what is decided there", NamingRules::silentTasks),
            new DiagramRule("a user task and a start by hand have the form of their name", NamingRules::missingForms));

    private NamingRules() {}

    private static Stream<String> otherName(Diagram diagram) {
        return diagram.all(Process.class)
                .map(BaseElement::getId)
                .filter(id -> !id.equals(diagram.name()) || !KEBAB.matcher(id).matches());
    }

    private static Stream<String> silentProcess(Diagram diagram) {
        return diagram.all(Process.class)
                .filter(process -> !isDocumented(process)
                        || !process.isExecutable()
                        || process.getCamundaHistoryTimeToLiveString() == null)
                .map(BaseElement::getId);
    }

    private static Stream<String> dumbIds(Diagram diagram) {
        Stream<BaseElement> speaking = Stream.<Stream<? extends BaseElement>>of(
                        diagram.all(FlowElement.class),
                        diagram.all(Message.class),
                        diagram.all(Participant.class),
                        diagram.all(Lane.class))
                .flatMap(things -> things);
        return speaking.filter(thing -> !speaks(thing)).map(BaseElement::getId);
    }

    private static boolean speaks(BaseElement thing) {
        if (thing instanceof UserTask) {
            return KEBAB.matcher(thing.getId()).matches();
        }
        return Optional.ofNullable(PREFIXES.get(thing.getElementType().getTypeName()))
                .filter(prefix -> thing.getId().matches(prefix + "([A-Z][a-z]+)+"))
                .isPresent();
    }

    private static Stream<String> notChinese(Diagram diagram) {
        Stream<FlowElement> answers = diagram.all(ExclusiveGateway.class)
                .filter(NamingRules::splits)
                .flatMap(gateway -> Stream.concat(Stream.of(gateway), gateway.getOutgoing().stream()));
        return Stream.of(
                        diagram.all(Process.class).filter(it -> !isChinese(it.getName())),
                        diagram.all(Participant.class).filter(it -> !isChinese(it.getName())),
                        diagram.all(Lane.class).filter(it -> !isChinese(it.getName())),
                        diagram.all(Activity.class).filter(it -> !isChinese(it.getName())),
                        diagram.all(Event.class).filter(it -> !isChinese(it.getName())),
                        answers.filter(it -> !isChinese(it.getName())),
                        // A flow needs no name elsewhere, but a name it has is for people too.
                        diagram.flows().filter(it -> it.getName() != null && !isChinese(it.getName())))
                .flatMap(things -> things)
                .map(BaseElement::getId)
                .distinct();
    }

    private static boolean isChinese(@Nullable String name) {
        return name != null && CHINESE.test(name);
    }

    static boolean splits(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    private static Stream<String> namedJoins(Diagram diagram) {
        return diagram.all(Gateway.class)
                .filter(gateway -> !(gateway instanceof ExclusiveGateway) || !splits(gateway))
                .filter(gateway -> gateway.getName() != null)
                .map(BaseElement::getId);
    }

    private static Stream<String> sameEnds(Diagram diagram) {
        var said = new HashSet<String>();
        return diagram.all(EndEvent.class)
                .filter(end -> !said.add(String.valueOf(end.getName())))
                .map(BaseElement::getId);
    }

    private static Stream<String> otherMessages(Diagram diagram) {
        return diagram.all(Message.class)
                .filter(message -> message.getName() == null
                        || !KEBAB.matcher(message.getName()).matches())
                .map(BaseElement::getId);
    }

    private static Stream<String> silentTasks(Diagram diagram) {
        return diagram.all(UserTask.class).filter(task -> !isDocumented(task)).map(BaseElement::getId);
    }

    private static boolean isDocumented(BaseElement thing) {
        return thing.getDocumentations().stream()
                .anyMatch(text -> isChinese(text.getTextContent().strip().replaceAll("[A-Z]\\d+", "")));
    }

    private static Stream<String> missingForms(Diagram diagram) {
        var tasks = diagram.all(UserTask.class)
                .filter(task -> !("embedded:/forms/" + task.getId()).equals(task.getCamundaFormKey())
                        || !Files.isRegularFile(FORMS.resolve(task.getId() + ".html")))
                .map(BaseElement::getId);
        var starts = diagram.all(StartEvent.class)
                .filter(start -> start.getParentElement() instanceof Process
                        && start.getEventDefinitions().isEmpty())
                .filter(start -> !isForm(start.getCamundaFormKey()))
                .map(BaseElement::getId);
        return Stream.concat(tasks, starts);
    }

    private static boolean isForm(@Nullable String key) {
        return key != null
                && key.startsWith("embedded:/forms/")
                && Files.isRegularFile(FORMS.resolve(key.substring("embedded:/forms/".length()) + ".html"));
    }
}
