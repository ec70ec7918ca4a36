package org.bihuan.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.bihuan.County;
import org.bihuan.Mailbox;
import org.bihuan.Nodes;
import org.bihuan.TestClock;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A sample county as an earlier release left it, with cases in every state, is taken over by this one. How the back-up was made,
 * and when to make a new one: docs/operations/upgrade.md.
 */
class UpgradeTests {
    private static final String EARLIER = "/backups/20261201.1200.zip";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path unpacked;

    private final TestClock clock = TestClock.ofThisJvm();
    private final Mailbox mailbox = Mailbox.ofThisJvm();
    private final Nodes county = Nodes.ofANewCounty();

    @BeforeEach
    @AfterEach
    void theClockOfTheJvm() {
        clock.reset();
        mailbox.clear();
    }

    @Test
    void anOpenCaseOfAnEarlierReleaseIsBroughtToItsEnd() throws IOException {
        unpack();
        clock.set("2026-12-02", "10:00"); // the morning after

        var restored = Stream.concat(Stream.of("restore", "--from=" + unpacked), Stream.of(county.surroundings()))
                .toArray(String[]::new);
        assertThat(Upkeep.run(restored)).isZero();

        try (var node = county.start()) {
            var jdbc = node.getBean(JdbcClient.class);
            var number = HazardNumber.of(jdbc.sql(
                            "select number from hazard where status = 'RECTIFYING' and grade = 'GENERAL' and responsible_user is not null order by number limit 1")
                    .query(String.class)
                    .single());
            var people = node.getBean(County.class);
            var before = people.hazard(number).responsibility();
            people.person(Objects.requireNonNull(before.responsibleUser()).value())
                    .rectifies(number);
            var inspector =
                    inspectorOf(node.getBean(Organisation.class), Objects.requireNonNull(before.supervisingUnit()));
            people.person(inspector).judges(number, Verdict.QUALIFIED, "现场核实");

            assertThat(people.hazard(number).status()).isEqualTo(Status.CLOSED);
            assertThat(people.logIsUntouched(number)).isTrue();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mailbox.all())
                            .extracting(Mailbox.Mail::key)
                            .anyMatch(key -> key.startsWith("CLOSED/" + number.value())));
            var safety = people.person("safety-010");
            assertThat(people.hazard(people.person("inspector-yaodu")
                                    .registers(people.aHazardAt(safety).dueOn("2026-12-31")))
                            .status())
                    .isEqualTo(Status.ASSIGNED);
        }
    }

    private static String inspectorOf(Organisation organisation, UnitCode unit) {
        return organisation.peopleOf(unit, Set.of(Role.INSPECTOR)).get(0).id().value();
    }

    private void unpack() throws IOException {
        try (InputStream file = Objects.requireNonNull(UpgradeTests.class.getResourceAsStream(EARLIER));
                var zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = unpacked.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(zip, target);
                }
            }
        }
    }
}
