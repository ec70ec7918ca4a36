package org.bihuan.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.w3c.dom.Element;

/** Who acts next and what is waited for must be seen in the picture, and nothing else may hide behind it. */
final class PathRules {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Pattern OUTCOME = Pattern.compile("\\$\\{([a-z][A-Za-z]*) == '([A-Z_]+)'}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Pattern DATE_OF_A_BEAN =
            Pattern.compile("\\$\\{([a-z][A-Za-z]*)\\.([a-z][A-Za-z]*)\\(execution\\)}");

    /** All that the engine may be told beyond the standard; dates, people, listeners and jobs are not drawn but coded. */
    private static final Set<String> WORDS_FOR_THE_ENGINE =
            Set.of("formKey", "historyTimeToLive", "delegateExpression");

    private static final Pattern COLOURS = Pattern.compile("bpmn-io|color");

    static final List<DiagramRule> RULES = List.of(
            new DiagramRule("it was saved by a modeler for Camunda 7.24.0", PathRules::otherPlatform),
            new DiagramRule(
                    "every decision has a default and compares one outcome with one word", PathRules::wildDecisions),
            new DiagramRule("only gateways split, and none joins and splits at once", PathRules::hiddenSplits),
            new DiagramRule("every end of the main path ends the whole case", PathRules::leavesTheWatchBehind),
            new DiagramRule("timers wait for a date that a bean names", PathRules::ownTimers),
            new DiagramRule("what is done is done by a delegate bean", PathRules::ownDoing),
            new DiagramRule(
                    "a step and what follows are one transaction; no listener, script or colour hides",
                    PathRules::hidden),
            new DiagramRule("every node names the flows that come and go", PathRules::looseEnds),
            new DiagramRule("at most four lanes, and every node in one of them", PathRules::lostInLanes));

    private PathRules() {}

    private static Stream<String> otherPlatform(Diagram diagram) {
        var root = diagram.model().getDocument().getRootElement();
        var modeler = "http://camunda.org/schema/modeler/1.0";
        var asWanted = "Camunda Modeler".equals(root.getAttribute("exporter"))
                && "Camunda Platform".equals(root.getAttribute(modeler, "executionPlatform"))
                && "7.24.0".equals(root.getAttribute(modeler, "executionPlatformVersion"));
        return asWanted ? Stream.empty() : Stream.of(diagram.toString());
    }

    private static Stream<String> wildDecisions(Diagram diagram) {
        var ofDecisions = diagram.all(ExclusiveGateway.class)
                .filter(NamingRules::splits)
                .filter(gateway -> gateway.getDefault() == null || !comparesOneOutcome(gateway))
                .map(BaseElement::getId);
        var elsewhere = diagram.flows()
                .filter(flow -> flow.getConditionExpression() != null)
                .filter(flow -> !(flow.getSource() instanceof ExclusiveGateway))
                .map(BaseElement::getId);
        return Stream.concat(ofDecisions, elsewhere);
    }

    private static boolean comparesOneOutcome(ExclusiveGateway gateway) {
        var outcomes = new HashSet<String>();
        for (var flow : gateway.getOutgoing()) {
            var condition = flow.getConditionExpression();
            if (flow.equals(gateway.getDefault()) ? condition != null : condition == null) {
                return false;
            }
            if (condition != null) {
                var comparison = OUTCOME.matcher(condition.getTextContent());
                if (!comparison.matches()) {
                    return false;
                }
                outcomes.add(comparison.group(1));
            }
        }
        return outcomes.size() == 1;
    }

    private static Stream<String> hiddenSplits(Diagram diagram) {
        return diagram.nodes()
                .filter(NamingRules::splits)
                .filter(node -> !(node instanceof Gateway) || node.getIncoming().size() > 1)
                .map(BaseElement::getId);
    }

    private static Stream<String> leavesTheWatchBehind(Diagram diagram) {
        return diagram.all(EndEvent.class)
                .filter(end -> end.getParentElement() instanceof Process)
                .filter(end -> end.getEventDefinitions().stream().noneMatch(TerminateEventDefinition.class::isInstance))
                .map(BaseElement::getId);
    }

    private static Stream<String> ownTimers(Diagram diagram) {
        return diagram.all(TimerEventDefinition.class)
                .filter(timer -> timer.getTimeDate() == null
                        || timer.getTimeCycle() != null
                        || timer.getTimeDuration() != null
                        || !DATE_OF_A_BEAN
                                .matcher(timer.getTimeDate().getTextContent())
                                .matches())
                .map(BaseElement::getId);
    }

    private static Stream<String> ownDoing(Diagram diagram) {
        return diagram.all(ServiceTask.class)
                .filter(task -> task.getCamundaDelegateExpression() == null
                        || !BEAN.matcher(task.getCamundaDelegateExpression()).matches())
                .map(BaseElement::getId);
    }

    private static Stream<String> hidden(Diagram diagram) {
        var comments = diagram.source().contains("<!--")
                ? Stream.of("a comment, gone after the next save")
                : Stream.<String>empty();
        return Stream.concat(comments, diagram.elements().flatMap(PathRules::hiddenIn));
    }

    private static Stream<String> hiddenIn(Element element) {
        var whose = element.getAttribute("id").isEmpty() ? element.getLocalName() : element.getAttribute("id");
        if (element.getLocalName().equals("extensionElements")) {
            return Stream.of("extensions of " + element.getParentNode().getNodeName());
        }
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> attribute.getNamespaceURI() != null)
                .filter(attribute -> CAMUNDA.equals(attribute.getNamespaceURI())
                        ? !WORDS_FOR_THE_ENGINE.contains(attribute.getLocalName())
                        : COLOURS.matcher(attribute.getNamespaceURI()).find())
                .map(attribute -> attribute.getNodeName() + " of " + whose);
    }

    private static Stream<String> looseEnds(Diagram diagram) {
        return diagram.flows()
                .filter(flow -> !flow.getSource().getOutgoing().contains(flow)
                        || !flow.getTarget().getIncoming().contains(flow))
                .map(BaseElement::getId);
    }

    private static Stream<String> lostInLanes(Diagram diagram) {
        var lanes = diagram.all(Lane.class).toList();
        if (lanes.size() > 4) {
            return Stream.of(lanes.size() + " lanes");
        }
        return diagram.nodes()
                .filter(node -> node.getParentElement() instanceof Process)
                .filter(node -> !lanes.isEmpty())
                .filter(node -> lanes.stream()
                                .filter(lane -> lane.getFlowNodeRefs().contains(node))
                                .count()
                        != 1)
                .map(BaseElement::getId);
    }
}
