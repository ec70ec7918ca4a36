package org.bihuan.diagram;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One habit of our diagrams.
 *
 * @param sentence what holds for every diagram
 * @param offenders what in a diagram breaks it, each named so that its drawer finds it
 */
record DiagramRule(String sentence, Function<Diagram, Stream<String>> offenders) {
    @Override
    public String toString() {
        return sentence;
    }
}
