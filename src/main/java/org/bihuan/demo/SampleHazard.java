package org.bihuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CsvTable;
import org.springframework.core.io.ClassPathResource;

/**
 * A hazard of the sample county as {@code hazards.csv} tells it. Its days are counted from the day on which the county is
 * brought to life, so that the ledger looks alive on any day.
 *
 * @param criterion code of the catalogue, for a major
 * @param responsible an enterprise's name, or a unit's code for a public hazard
 * @param dueOn as the ledger kept before has it, or as the finder names it; absent where nobody names a day
 * @param photo which pair of pictures shows it
 * @param measures what the responsible side reports as done
 * @param opinion the reviewer's or verifier's words
 * @param name who fixed it on the spot, or took the paper
 */
record SampleHazard(
        SampleStep step,
        Grade grade,
        Optional<String> criterion,
        Source source,
        PersonId finder,
        String responsible,
        Category category,
        String location,
        String description,
        Optional<String> requirement,
        LocalDate foundOn,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> completedOn,
        Optional<LocalDate> closedOn,
        Optional<String> photo,
        String measures,
        String opinion,
        String name) {

    static List<SampleHazard> all(LocalDate today) {
        return CsvTable.rows(new ClassPathResource("sample-county/hazards.csv")).stream()
                .map(row -> of(row, today))
                .toList();
    }

    private static SampleHazard of(CsvTable.Row row, LocalDate today) {
        return new SampleHazard(
                SampleStep.valueOf(row.text("step")),
                Grade.valueOf(row.text("grade")),
                row.optional("criterion"),
                Source.valueOf(row.text("source")),
                PersonId.of(row.text("finder")),
                row.text("responsible"),
                Category.valueOf(row.text("category")),
                row.text("location"),
                row.text("description"),
                row.optional("requirement"),
                today.minusDays(Long.parseLong(row.text("found"))),
                row.optional("due").map(Long::valueOf).map(today::plusDays),
                row.optional("completed").map(Long::valueOf).map(today::minusDays),
                row.optional("closed").map(Long::valueOf).map(today::minusDays),
                row.optional("photo"),
                row.text("measures"),
                row.text("opinion"),
                row.text("name"));
    }
}
