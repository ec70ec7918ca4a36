package org.bihuan.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A BPMN file of the house as people and tools read it. */
public record Diagram(Path file, BpmnModelInstance model, String source) {
    private static final Path SHIPPED = Path.of("bpmn");

    public static Diagram of(Path file) {
        try {
            return new Diagram(file, Bpmn.readModelFromFile(file.toFile()), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every process that ships. */
    public static List<Diagram> shipped() {
        return filesEndingWith(".bpmn").stream().map(Diagram::of).toList();
    }

    static List<Path> filesEndingWith(String ending) {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file's name without its ending. */
    String name() {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    public <E extends BpmnModelElementInstance> Stream<E> all(Class<E> type) {
        return model.getModelElementsByType(type).stream();
    }

    public Stream<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    public Stream<SequenceFlow> flows() {
        return all(SequenceFlow.class);
    }

    /** The elements as they stand in the file. */
    Stream<Element> elements() {
        var all = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast);
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
