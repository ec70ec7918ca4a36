package org.bihuan.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@link DecisionVersions}: the files lie in the engine's deployments, what there is to say about them in our own table. */
@Component
class CamundaDecisionVersions implements DecisionVersions {
    private static final String SHIPPED_FILES = "classpath*:bpmn/**/*.dmn";

    private final RepositoryService repository;
    private final DecisionVersionRows rows;
    private final CamundaDecisions decisions;
    private final DecisionFiles files;
    private final Acting acting;
    private final CountyTime time;
    private final Map<String, byte[]> shipped = new TreeMap<>();

    CamundaDecisionVersions(
            RepositoryService repository,
            DecisionVersionRows rows,
            CamundaDecisions decisions,
            DecisionFiles files,
            Acting acting,
            CountyTime time)
            throws IOException {
        this.repository = repository;
        this.rows = rows;
        this.decisions = decisions;
        this.files = files;
        this.acting = acting;
        this.time = time;
        for (var file : new PathMatchingResourcePatternResolver().getResources(SHIPPED_FILES)) {
            var bytes = file.getContentAsByteArray();
            shipped.put(files.read(bytes).key(), bytes);
        }
    }

    @Override
    public List<String> shipped() {
        return List.copyOf(shipped.keySet());
    }

    @Override
    public byte[] shippedFile(String decision) {
        return Objects.requireNonNull(shipped.get(decision), decision).clone();
    }

    @Override
    public String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    @Override
    public List<Version> of(String decision) {
        return rows.of(decision);
    }

    @Override
    public Optional<Version> inForce(String decision) {
        var all = rows.of(decision);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public Optional<byte[]> file(String decision, int version) {
        return rows.definition(decision, version).map(this::file);
    }

    private byte[] file(String definition) {
        return acting.asNobody(() -> {
            try (var model = repository.getDecisionModel(definition)) {
                return model.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Version putInForce(Wish wish, byte[] file, int after) {
        takeTurns();
        var present = inForce(wish.decision());
        if (present.map(Version::version).orElse(0) != after) {
            throw new Conflict("TABLE_CHANGED");
        }
        var definition = acting.asNobody(() -> deployed(wish, file));
        var version = new Version(
                wish.decision(),
                definition.getVersion(),
                wish.origin(),
                time.now().truncatedTo(ChronoUnit.MICROS),
                wish.by(),
                wish.reason(),
                hash(file),
                shippedHash(wish.decision()));
        rows.add(version, definition.getId(), form(file));
        afterwards(decisions::refresh);
        return version;
    }

    private DecisionDefinition deployed(Wish wish, byte[] file) {
        return repository
                .createDeployment()
                .name("decision " + wish.decision())
                .source(wish.origin().name())
                .addInputStream(wish.decision() + ".dmn", new ByteArrayInputStream(file))
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt() {
        acting.asNobody(() ->
                repository.createDecisionDefinitionQuery().orderByDecisionDefinitionVersion().asc().list().stream()
                        .filter(definition -> rows.definition(definition.getKey(), definition.getVersion())
                                .isEmpty())
                        .forEach(this::adopt));
        afterwards(decisions::refresh);
    }

    private void adopt(DecisionDefinition definition) {
        var deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        var file = file(definition.getId());
        rows.add(
                new Version(
                        definition.getKey(),
                        definition.getVersion(),
                        Origin.SHIPPED,
                        deployment.getDeploymentTime().toInstant(),
                        null,
                        "",
                        hash(file),
                        hash(file)),
                definition.getId(),
                form(file));
    }

    @Override
    public void takeTurns() {
        rows.takeTurns();
    }

    private String shippedHash(String decision) {
        var file = shipped.get(decision);
        return file == null ? "" : hash(file);
    }

    /** What asks and answers in the same way has the same form. */
    private String form(byte[] file) {
        var table = files.read(file);
        var columns = Stream.concat(table.inputs().stream(), table.outputs().stream())
                .map(column -> column.name() + ":" + column.type())
                .toList();
        return hash((table.hitPolicy() + columns + table.inputs().size()).getBytes(StandardCharsets.UTF_8));
    }

    private static void afterwards(Runnable step) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                step.run();
            }
        });
    }
}
