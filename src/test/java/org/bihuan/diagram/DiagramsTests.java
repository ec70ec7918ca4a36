package org.bihuan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped diagram keeps the habits of the house; the untidy one breaks each of them, so no rule is asleep. */
class DiagramsTests {
    private static final Path UNTIDY = Path.of("src/test/resources/diagram/Untidy.bpmn");

    static Stream<DiagramRule> rules() {
        return Stream.of(NamingRules.RULES, PathRules.RULES, PictureRules.RULES).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyShippedDiagramKeepsTheRule(DiagramRule rule) {
        assertThat(Diagram.shipped())
                .isNotEmpty()
                .allSatisfy(diagram -> assertThat(rule.offenders().apply(diagram))
                        .as("%s: %s", diagram, rule)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBitesTheUntidyDiagram(DiagramRule rule) {
        assertThat(rule.offenders().apply(Diagram.of(UNTIDY)))
                .as(rule.toString())
                .isNotEmpty();
    }

    @Test
    void everyDiagramLiesInTheFolderOfItsRoom() {
        assertThat(Diagram.shipped())
                .allSatisfy(
                        diagram -> assertThat(Path.of("src/main/java/org/bihuan", room(diagram), "package-info.java"))
                                .exists());
    }

    private static String room(Diagram diagram) {
        return diagram.file().getName(diagram.file().getNameCount() - 2).toString();
    }
}
