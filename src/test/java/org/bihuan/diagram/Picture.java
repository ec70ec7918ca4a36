package org.bihuan.diagram;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** The drawn side of a diagram: boxes, lines and labels with their places. */
record Picture(List<Box> boxes, List<Line> lines, List<Box> labels) {

    /** A box or a label and what it stands for. */
    record Box(BaseElement of, Rectangle2D place) {
        boolean overlaps(Box other) {
            return place.intersects(other.place);
        }

        /** Pools, lanes and sub-processes hold others; being inside of them is no overlap. */
        boolean holdsOthers() {
            return of instanceof Participant || of instanceof Lane || of instanceof SubProcess;
        }

        boolean isOnTheBorderOf(Box host) {
            return of instanceof BoundaryEvent event
                    && host.of instanceof Activity activity
                    && activity.equals(event.getAttachedTo());
        }
    }

    /** A line and the straight pieces it is made of. */
    record Line(BaseElement of, List<Point2D> points) {
        List<Line2D> pieces() {
            var pieces = new ArrayList<Line2D>();
            for (int i = 1; i < points.size(); i++) {
                pieces.add(new Line2D.Double(points.get(i - 1), points.get(i)));
            }
            return pieces;
        }

        Point2D start() {
            return points.get(0);
        }

        Point2D end() {
            return points.get(points.size() - 1);
        }
    }

    static Picture of(Diagram diagram) {
        var shapes = diagram.model().getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() != null)
                .map(shape -> new Box(shape.getBpmnElement(), place(shape.getBounds())))
                .toList();
        var edges = diagram.model().getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement() != null)
                .map(edge -> new Line(
                        edge.getBpmnElement(),
                        edge.getWaypoints().stream()
                                .map(point -> (Point2D) new Point2D.Double(point.getX(), point.getY()))
                                .toList()))
                .toList();
        var labels = Stream.concat(
                        diagram.model().getModelElementsByType(BpmnShape.class).stream()
                                .flatMap(shape -> label(shape.getBpmnElement(), shape.getBpmnLabel())),
                        diagram.model().getModelElementsByType(BpmnEdge.class).stream()
                                .flatMap(edge -> label(edge.getBpmnElement(), edge.getBpmnLabel())))
                .toList();
        return new Picture(shapes, edges, labels);
    }

    private static Stream<Box> label(BaseElement of, @Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null
                ? Stream.empty()
                : Stream.of(new Box(of, place(label.getBounds())));
    }

    private static Rectangle2D place(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** What is drawn as a box of its own: nodes and notes, not what holds them. */
    Stream<Box> things() {
        return boxes.stream()
                .filter(box -> box.of instanceof FlowNode || box.of instanceof TextAnnotation)
                .filter(box -> !box.holdsOthers());
    }
}
