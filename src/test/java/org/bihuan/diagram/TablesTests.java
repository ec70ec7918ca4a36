package org.bihuan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.diagram.TableRules.Table;
import org.bihuan.diagram.TableRules.TableRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped decision table keeps the habits of the house; the untidy one breaks each of them. */
class TablesTests {
    private static final Path UNTIDY = Path.of("src/test/resources/diagram/Untidy.dmn");

    static List<TableRule> rules() {
        return TableRules.RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyShippedTableKeepsTheRule(TableRule rule) {
        assertThat(Diagram.filesEndingWith(".dmn"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(rule.offenders().apply(Table.of(file)))
                        .as("%s: %s", file, rule)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBitesTheUntidyTable(TableRule rule) {
        assertThat(rule.offenders().apply(Table.of(UNTIDY))).as(rule.toString()).isNotEmpty();
    }
}
