package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bihuan.evidence.SampleFiles.followedBy;
import static org.bihuan.evidence.SampleFiles.jpeg;
import static org.bihuan.evidence.SampleFiles.photo;
import static org.bihuan.evidence.Stage.AFTER;
import static org.bihuan.evidence.Stage.BEFORE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvidenceDeskTests {
    private static final PersonId INSPECTOR = PersonId.of("inspector-one");
    private static final PersonId COLLEAGUE = PersonId.of("inspector-two");
    private static final int TWENTY_MB = 20 * 1024 * 1024;
    private static int count;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    static Path dataDir;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static Node node;

    private final String hazard = "341721-107-2026-G-" + (10_000 + ++count);
    private final byte[] file = followedBy(jpeg(count), new byte[count]);

    @BeforeAll
    static void startNode() {
        node = new Node(dataDir);
        var owner = JdbcClient.create(node.database.owner());
        owner.sql("insert into region (code, name, kind) values ('341721', 'county', 'COUNTY')")
                .update();
        owner.sql(
                        "insert into unit (code, name, kind, region) values ('office', 'office', 'COMMITTEE_OFFICE', '341721')")
                .update();
        for (var person : List.of(INSPECTOR, COLLEAGUE)) {
            owner.sql("insert into person (id, name, unit, active) values (:id, 'x', 'office', true)")
                    .param("id", person.value())
                    .update();
        }
    }

    @BeforeEach
    void isNow() {
        node.isNow();
    }

    @Test
    void keepsTheBytesAsTheyCame() throws IOException {
        var item = add(hazard, BEFORE, file);

        assertThat(node.desk.file(item)).hasBinaryContent(file).endsWithRaw(Path.of(item.sha256()));
        assertThat(item.sha256())
                .isEqualTo(HexFormat.of().formatHex(Sha256.fresh().digest(file)));
        assertThat(node.desk.of(hazard)).containsExactly(item);
        assertThat(node.desk.get(item.id())).isEqualTo(item);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void theSameBytesSubjectAndStageAreOneItemAndAnnouncedOnce() {
        var first = add(hazard, BEFORE, file);
        var again = add(hazard, BEFORE, file);
        var after = add(hazard, AFTER, file);

        assertThat(again).isEqualTo(first);
        assertThat(after.id()).isNotEqualTo(first.id());
        assertThat(announced()).containsExactly(first, after);
    }

    @Test
    void whatWaitsIsHandedOverToItsHazard() {
        var waiting = add(null, BEFORE, file);
        assertThat(waiting.subject()).isNull();
        assertThat(announced()).isEmpty();

        var taken = node.desk.takeOver(List.of(waiting.id()), hazard, INSPECTOR);

        assertThat(taken).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(waiting.id());
            assertThat(item.subject()).isEqualTo(hazard);
        });
        assertThat(announced()).isEqualTo(taken);
    }

    @Test
    void nobodyTakesWhatIsAnothersOrTakenOrUnknownAndThenNothingIsTaken() {
        var mine = add(null, BEFORE, file);
        var taken = add(null, BEFORE, jpeg(901));
        node.desk.takeOver(List.of(taken.id()), hazard + "0", INSPECTOR);

        assertThatThrownBy(() -> node.desk.takeOver(List.of(mine.id()), hazard, COLLEAGUE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> node.desk.takeOver(List.of(mine.id(), taken.id()), hazard, INSPECTOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> node.desk.takeOver(List.of(mine.id(), UUID.randomUUID()), hazard, INSPECTOR))
                .isInstanceOf(InvalidInput.class);

        assertThat(node.desk.of(hazard)).isEmpty();
        assertThat(node.desk.takeOver(List.of(mine.id()), hazard, INSPECTOR)).hasSize(1);
    }

    @Test
    void thePhotoSentTwiceWhileItWaitedIsOneItemOfTheHazard() {
        var sent = add(null, BEFORE, file);
        var sentAgain = add(null, BEFORE, file);

        var taken = node.desk.takeOver(List.of(sent.id(), sentAgain.id()), hazard, INSPECTOR);

        assertThat(taken).hasSize(1);
        assertThat(node.desk.of(hazard)).isEqualTo(taken);
    }

    @Test
    void onePhotoWaitingTwiceServesTwoHazards() {
        var forOne = add(null, BEFORE, file);
        var forTheOther = add(null, BEFORE, file);

        assertThat(node.desk.takeOver(List.of(forOne.id()), hazard, INSPECTOR)).hasSize(1);
        assertThat(node.desk.takeOver(List.of(forTheOther.id()), hazard + "1", INSPECTOR))
                .hasSize(1);
    }

    @Test
    void thirtyFilesAreEnough() {
        IntStream.range(0, 29).forEach(n -> add(hazard, BEFORE, followedBy(file, new byte[n + 1])));
        var waiting = IntStream.range(40, 42)
                .mapToObj(n -> add(null, AFTER, followedBy(file, new byte[n])).id())
                .toList();

        assertThatThrownBy(() -> node.desk.takeOver(waiting, hazard, INSPECTOR))
                .isInstanceOf(EvidenceRefused.class)
                .hasMessage("TOO_MANY");
        node.desk.takeOver(waiting.subList(0, 1), hazard, INSPECTOR);

        assertThatThrownBy(() -> add(hazard, AFTER, file)).hasMessage("TOO_MANY");
        assertThat(add(hazard, BEFORE, followedBy(file, new byte[1])).subject()).isEqualTo(hazard);
    }

    @Test
    void ofFortyUploadsAtOnceThirtyAreKept() throws Exception {
        var outcomes = atOnce(40, n -> add(hazard, AFTER, followedBy(file, new byte[n + 1])));

        assertThat(outcomes.stream().filter("TOO_MANY"::equals)).hasSize(10);
        assertThat(node.desk.of(hazard)).hasSize(30);
        assertThat(announced()).hasSize(30);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void theSamePhotoSentTenTimesAtOnceIsOneItem() throws Exception {
        var outcomes = atOnce(10, n -> add(hazard, AFTER, file));

        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(node.desk.of(hazard)).hasSize(1);
    }

    @Test
    void twentyMegabytesAreTakenAndNotOneByteMore() {
        var padded = followedBy(file, new byte[TWENTY_MB - file.length]);

        assertThat(add(hazard, AFTER, padded).bytes()).isEqualTo(TWENTY_MB);
        assertThatThrownBy(() -> add(hazard, BEFORE, followedBy(padded, new byte[1])))
                .hasMessage("TOO_LARGE");
        assertThat(arriving()).isEmpty();
    }

    @Test
    void aRefusedFileLeavesNothingBehind() {
        assertThatThrownBy(() -> add(hazard, AFTER, photo("photo-10.jpg"))).hasMessage("NOT_AN_IMAGE");
        assertThatThrownBy(() -> node.desk.add(hazard, AFTER, "x.jpg", brokenOff(), INSPECTOR))
                .hasMessage("INCOMPLETE");

        assertThat(node.desk.of(hazard)).isEmpty();
        assertThat(arriving()).isEmpty();
    }

    @Test
    void aDiskThatIsAwayIsSaidAndLeavesNoRow(@TempDir Path elsewhere) throws IOException {
        var broken = new Node(Files.createFile(elsewhere.resolve("no-folder")));

        var failure = catchThrowableOfType(
                EvidenceNotStored.class,
                () -> broken.desk.add(hazard, AFTER, "x.jpg", new ByteArrayInputStream(file), INSPECTOR));

        assertThat(failure.code()).isEqualTo("STORAGE_AWAY");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(broken.desk.of(hazard)).isEmpty();
    }

    @Test
    void aFullDiskIsToldFromOneThatIsAway() {
        var full = new EvidenceNotStored(new FileSystemException("f", null, "No space left on device"));

        assertThat(full.code()).isEqualTo("STORAGE_FULL");
        assertThat(full.status()).isEqualTo(507);
    }

    @Test
    void theUploaderFindsAWaitingFileForADayAndThenItIsSweptAway() {
        var waiting = add(null, BEFORE, file);
        var place = node.desk.file(waiting);
        var small = node.desk.thumbnail(waiting);

        node.passes(Duration.ofHours(23));
        node.sweeper.sweep();
        assertThat(node.desk.get(waiting.id())).isEqualTo(waiting);

        node.passes(Duration.ofHours(1));
        assertThatThrownBy(() -> node.desk.get(waiting.id())).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> node.desk.takeOver(List.of(waiting.id()), hazard, INSPECTOR))
                .isInstanceOf(InvalidInput.class);

        node.sweeper.sweep();
        assertThat(place).doesNotExist();
        assertThat(small).doesNotExist();
        assertThat(rowsOf(waiting.sha256())).isZero();
    }

    @Test
    void theSweeperLeavesAFileThatProvesSomething() {
        var waiting = add(null, BEFORE, file);
        var item = add(hazard, BEFORE, file);

        node.passes(Duration.ofDays(2));
        node.sweeper.sweep();

        assertThatThrownBy(() -> node.desk.get(waiting.id())).isInstanceOf(NotVisible.class);
        assertThat(node.desk.file(item)).hasBinaryContent(file);
    }

    @Test
    void aFileWhoseTransactionFailedIsSweptAwayWithinTheHour() {
        var orphan = new ArrayList<EvidenceItem>();
        node.transaction.executeWithoutResult(failing -> {
            orphan.add(add(hazard, BEFORE, file));
            failing.setRollbackOnly();
        });
        var place = node.store.file(orphan.get(0).sha256());
        assertThat(node.desk.of(hazard)).isEmpty();
        assertThat(place).exists();

        node.sweeper.sweep();
        assertThat(place).exists(); // too young: its transaction could still be running on another node

        node.passes(Duration.ofMinutes(31));
        node.sweeper.sweep();
        assertThat(place).doesNotExist();
        assertThat(arriving()).isEmpty();
    }

    @Test
    void theSweeperTakesNoFileFromUnderAnUploadOfTheSameBytes() throws Exception {
        node.transaction.executeWithoutResult(failing -> {
            add(hazard, BEFORE, file);
            failing.setRollbackOnly();
        });
        node.passes(Duration.ofMinutes(31));

        var added = new CountDownLatch(1);
        var swept = new CountDownLatch(1);
        var pool = Executors.newSingleThreadExecutor();
        try {
            var upload = pool.submit(() -> node.transaction.execute(open -> {
                var item = add(hazard, BEFORE, file);
                added.countDown();
                await(swept);
                return item;
            }));
            await(added);
            node.sweeper.sweep();
            swept.countDown();
            var item = Objects.requireNonNull(upload.get());
            node.sweeper.sweep();

            assertThat(node.desk.file(item)).hasBinaryContent(file);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatANodeLeftUnfinishedGoesAfterAnHour() throws IOException {
        var part = Files.write(dataDir.resolve("evidence/arriving/" + UUID.randomUUID() + ".part"), new byte[9]);

        node.sweeper.sweep();
        assertThat(part).exists();

        node.passes(Duration.ofMinutes(61));
        node.sweeper.sweep();
        assertThat(part).doesNotExist();
    }

    @Test
    void theApplicationsAccountCannotChangeEvidence() {
        var item = add(hazard, BEFORE, file);

        for (var change : List.of("update evidence set stage = 'AFTER'", "delete from evidence")) {
            assertThatThrownBy(() -> node.jdbc
                            .sql(change + " where id = :id")
                            .param("id", item.id())
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private EvidenceItem add(@Nullable String subject, Stage stage, byte[] content) {
        return node.desk.add(subject, stage, "现场.jpg", new ByteArrayInputStream(content), INSPECTOR);
    }

    private List<EvidenceItem> announced() {
        synchronized (node.announced) {
            return node.announced.stream()
                    .filter(event -> event.subject().equals(hazard))
                    .map(EvidenceAdded::item)
                    .toList();
        }
    }

    private static int rowsOf(String sha256) {
        return node.jdbc
                .sql("select count(*) from evidence_file where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Integer.class)
                .single();
    }

    private static List<Path> arriving() {
        try (var all = Files.list(dataDir.resolve("evidence/arriving"))) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream brokenOff() {
        return new SequenceInputStream(new ByteArrayInputStream(jpeg(1)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }

            @Override
            public int read(byte[] into, int from, int atMost) throws IOException {
                return read();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return of each the item's id, or the code of the refusal */
    private static List<String> atOnce(int uploads, IntFunction<EvidenceItem> upload) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(uploads);
        try {
            var running = IntStream.range(0, uploads)
                    .mapToObj(n -> pool.submit((Callable<String>) () -> {
                        start.await();
                        try {
                            return upload.apply(n).id().toString();
                        } catch (EvidenceRefused refused) {
                            return refused.code();
                        }
                    }))
                    .toList();
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }
}
