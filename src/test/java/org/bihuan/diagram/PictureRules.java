package org.bihuan.diagram;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.diagram.Picture.Box;
import org.bihuan.diagram.Picture.Line;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;

/** The picture hangs on a wall: everything is drawn once, and nothing covers or crosses anything. */
final class PictureRules {
    private static final double TOUCH = 1.5; // a modeler rounds to whole points

    static final List<DiagramRule> RULES = List.of(
            new DiagramRule("everything is drawn, and once", PictureRules::notDrawnOnce),
            new DiagramRule("no box covers another", PictureRules::covered),
            new DiagramRule("a node lies inside its lane or sub-process", PictureRules::outside),
            new DiagramRule("lines begin and end at their boxes", PictureRules::detached),
            new DiagramRule("no line runs through a foreign box", PictureRules::through),
            new DiagramRule("no flow crosses another", PictureRules::crossing),
            new DiagramRule("no label covers a box or another label", PictureRules::coveringLabels));

    private PictureRules() {}

    private static Stream<String> notDrawnOnce(Diagram diagram) {
        var picture = Picture.of(diagram);
        var times = Stream.concat(
                        picture.boxes().stream().map(Box::of),
                        picture.lines().stream().map(Line::of))
                .collect(Collectors.groupingBy(BaseElement::getId, Collectors.counting()));
        return Stream.<Stream<? extends BaseElement>>of(
                        diagram.all(Participant.class),
                        diagram.all(Lane.class),
                        diagram.all(FlowNode.class),
                        diagram.all(SequenceFlow.class),
                        diagram.all(TextAnnotation.class),
                        diagram.all(Association.class))
                .flatMap(things -> things)
                .map(BaseElement::getId)
                .filter(id -> !Objects.equals(times.get(id), 1L));
    }

    private static Stream<String> covered(Diagram diagram) {
        var things = Picture.of(diagram).things().toList();
        return things.stream()
                .flatMap(one -> things.stream()
                        .filter(other -> one.of().getId().compareTo(other.of().getId()) < 0)
                        .filter(one::overlaps)
                        .filter(other -> !one.isOnTheBorderOf(other) && !other.isOnTheBorderOf(one))
                        .map(other -> both(one.of(), other.of())));
    }

    private static Stream<String> outside(Diagram diagram) {
        var picture = Picture.of(diagram);
        return picture.boxes().stream()
                .filter(box -> box.holdsOthers())
                .flatMap(holder -> held(holder.of())
                        .flatMap(node ->
                                picture.boxes().stream().filter(box -> box.of().equals(node)))
                        .filter(box -> !holder.place().contains(box.place()))
                        .map(box -> both(box.of(), holder.of())));
    }

    private static Stream<FlowNode> held(BaseElement holder) {
        return holder instanceof Lane lane
                ? lane.getFlowNodeRefs().stream()
                : holder instanceof SubProcess inner
                        ? inner.getChildElementsByType(FlowNode.class).stream()
                        : Stream.empty();
    }

    private static Stream<String> detached(Diagram diagram) {
        var picture = Picture.of(diagram);
        return picture.lines().stream()
                .filter(line -> line.of() instanceof SequenceFlow flow
                        && !(touches(picture, flow.getSource(), line.start())
                                && touches(picture, flow.getTarget(), line.end())))
                .map(line -> line.of().getId());
    }

    private static boolean touches(Picture picture, BaseElement thing, Point2D point) {
        return picture.boxes().stream()
                .filter(box -> box.of().equals(thing))
                .map(Box::place)
                .anyMatch(place -> grown(place, TOUCH).contains(point)
                        && !grown(place, -TOUCH).contains(point));
    }

    private static Rectangle2D grown(Rectangle2D place, double by) {
        return new Rectangle2D.Double(
                place.getX() - by, place.getY() - by, place.getWidth() + 2 * by, place.getHeight() + 2 * by);
    }

    /** What a line may touch: the boxes it joins, and the activity under a boundary event it starts from. */
    private static Stream<String> through(Diagram diagram) {
        var picture = Picture.of(diagram);
        return picture.lines().stream()
                .flatMap(line -> picture.things()
                        .filter(box -> !box.place().contains(line.start())
                                && !grown(box.place(), TOUCH).contains(line.start())
                                && !grown(box.place(), TOUCH).contains(line.end()))
                        .filter(box -> line.pieces().stream()
                                .anyMatch(piece -> grown(box.place(), -TOUCH).intersectsLine(piece)))
                        .map(box -> both(line.of(), box.of())));
    }

    private static Stream<String> crossing(Diagram diagram) {
        var flows = Picture.of(diagram).lines().stream()
                .filter(line -> line.of() instanceof SequenceFlow)
                .toList();
        return flows.stream()
                .flatMap(one -> flows.stream()
                        .filter(other -> one.of().getId().compareTo(other.of().getId()) < 0)
                        .filter(other -> cross(one, other))
                        .map(other -> both(one.of(), other.of())));
    }

    /** Lines that leave or reach the same box may share a piece of their way: they merge, they do not cross. */
    private static boolean cross(Line one, Line other) {
        return one.pieces().stream()
                .anyMatch(piece -> other.pieces().stream().anyMatch(foreign -> cross(piece, foreign)));
    }

    private static boolean cross(Line2D one, Line2D other) {
        return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) == -1
                && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) == -1;
    }

    private static Stream<String> coveringLabels(Diagram diagram) {
        var picture = Picture.of(diagram);
        var onBoxes = picture.labels().stream()
                .flatMap(label -> picture.things()
                        .filter(box -> !box.of().equals(label.of()))
                        .filter(label::overlaps)
                        .map(box -> both(label.of(), box.of())));
        var onLabels = picture.labels().stream()
                .flatMap(label -> picture.labels().stream()
                        .filter(other -> label.of().getId().compareTo(other.of().getId()) < 0)
                        .filter(label::overlaps)
                        .map(other -> both(label.of(), other.of())));
        return Stream.concat(onBoxes, onLabels);
    }

    private static String both(BaseElement one, BaseElement other) {
        return one.getId() + " and " + other.getId();
    }
}
