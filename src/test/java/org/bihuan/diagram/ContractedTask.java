package org.bihuan.diagram;

import java.util.List;
import java.util.Set;
import org.bihuan.shared.CsvTable;
import org.springframework.core.io.ClassPathResource;

/**
 * A user task as it was agreed with the outside world ({@code contract/user-tasks.csv}).
 *
 * @param process key of the process it is drawn in
 * @param drawn whether it exists already; who draws it turns the table's {@code later} into {@code yes}
 * @param fields what its form hands in
 */
public record ContractedTask(String key, String name, String process, boolean drawn, Set<String> fields) {

    /** All that were agreed, those of later issues too. */
    public static List<ContractedTask> all() {
        return CsvTable.rows(new ClassPathResource("contract/user-tasks.csv")).stream()
                .map(row -> new ContractedTask(
                        row.text("key"),
                        row.text("name"),
                        row.text("process"),
                        row.text("drawn").equals("yes"),
                        Set.of(row.text("fields").split(" "))))
                .toList();
    }

    public static List<ContractedTask> drawnOnes() {
        return all().stream().filter(ContractedTask::drawn).toList();
    }
}
