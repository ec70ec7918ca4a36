package org.bihuan.evidence;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where files are handed in, handed over and looked at. Receiving and inspecting happen outside the transaction. */
@Service
class EvidenceDesk implements Evidence {
    static final int MOST_A_SUBJECT = 30;
    /** Enough for a day of inspections; a bound for those who never save what they upload. */
    static final int MOST_WAITING = 200;

    static final Duration KEPT = Duration.ofHours(24);

    private final EvidenceStore store;
    private final EvidenceItems items;
    private final Inspection inspection;
    private final Thumbnails thumbnails;
    private final EvidenceRights rights;
    private final ApplicationEventPublisher events;
    private final CountyTime time;
    private final TransactionTemplate transaction;

    EvidenceDesk(
            EvidenceStore store,
            EvidenceItems items,
            Inspection inspection,
            Thumbnails thumbnails,
            EvidenceRights rights,
            ApplicationEventPublisher events,
            CountyTime time,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.items = items;
        this.inspection = inspection;
        this.thumbnails = thumbnails;
        this.rights = rights;
        this.events = events;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public EvidenceItem add(@Nullable String subject, Stage stage, String fileName, InputStream content, PersonId by) {
        try (var arrival = store.receive(content)) {
            var findings = inspection.inspect(arrival.part(), stage);
            var name = FileName.shown(fileName);
            return Objects.requireNonNull(transaction.execute(started -> subject == null
                    ? keepWaiting(stage, name, arrival, findings, by)
                    : keep(subject, stage, name, arrival, findings, by)));
        }
    }

    private EvidenceItem keepWaiting(Stage stage, String name, Arrival arrival, Findings findings, PersonId by) {
        if (items.countWaiting(by) >= MOST_WAITING) {
            throw new EvidenceRefused("TOO_MANY_WAITING");
        }
        var id = UUID.randomUUID();
        var now = time.now();
        settle(arrival, findings);
        items.addWaiting(id, stage, arrival.sha256(), name, by, now, now.plus(KEPT));
        return get(id);
    }

    private EvidenceItem keep(
            String subject, Stage stage, String name, Arrival arrival, Findings findings, PersonId by) {
        rights.hold(subject);
        var there = items.of(subject);
        var same = same(there, stage, arrival.sha256());
        if (same.isPresent()) {
            return same.get();
        }
        if (there.size() >= MOST_A_SUBJECT) {
            throw new EvidenceRefused("TOO_MANY");
        }
        var id = UUID.randomUUID();
        settle(arrival, findings);
        items.add(id, subject, stage, arrival.sha256(), name, by, time.now());
        return announced(get(id), subject);
    }

    /** File first, row second, and the transaction's end decides about both. */
    private void settle(Arrival arrival, Findings findings) {
        items.keepFiles();
        var note = store.settle(arrival);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                store.forget(note);
            }
        });
        items.addFile(arrival, findings, time.now());
    }

    @Override
    public List<EvidenceItem> takeOver(Collection<UUID> ids, String subject, PersonId by) {
        var wanted = new LinkedHashSet<>(ids);
        return wanted.isEmpty()
                ? List.of()
                : Objects.requireNonNull(transaction.execute(started -> handOver(wanted, subject, by)));
    }

    private List<EvidenceItem> handOver(Set<UUID> wanted, String subject, PersonId by) {
        rights.hold(subject);
        var waiting = new HashMap<UUID, EvidenceItem>();
        items.takeWaiting(wanted, by, time.now()).forEach(item -> waiting.put(item.id(), item));
        if (waiting.size() < wanted.size()) {
            throw new InvalidInput("evidence", "NOT_WAITING");
        }
        var there = new ArrayList<>(items.of(subject));
        var taken = new LinkedHashSet<EvidenceItem>();
        for (var id : wanted) {
            var item = Objects.requireNonNull(waiting.get(id));
            var same = same(there, item.stage(), item.sha256());
            if (same.isEmpty()) {
                if (there.size() >= MOST_A_SUBJECT) {
                    throw new EvidenceRefused("TOO_MANY");
                }
                items.add(id, subject, item.stage(), item.sha256(), item.name(), by, item.uploadedAt());
                there.add(announced(get(id), subject));
            }
            taken.add(same.orElseGet(() -> there.get(there.size() - 1)));
        }
        return List.copyOf(taken);
    }

    private EvidenceItem announced(EvidenceItem item, String subject) {
        events.publishEvent(new EvidenceAdded(subject, item));
        return item;
    }

    private static Optional<EvidenceItem> same(List<EvidenceItem> items, Stage stage, String sha256) {
        return items.stream()
                .filter(item -> item.stage() == stage && item.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    public List<EvidenceItem> of(String subject) {
        return items.of(subject);
    }

    @Override
    public EvidenceItem get(UUID id) {
        return items.find(id, time.now()).orElseThrow(() -> new NotVisible("evidence " + id));
    }

    @Override
    public Path file(EvidenceItem item) {
        var file = store.file(item.sha256());
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("the bytes of evidence " + item.id() + " are missing");
        }
        return file;
    }

    @Override
    public Path thumbnail(EvidenceItem item) {
        return thumbnails.of(item.sha256(), FileKind.ofMediaType(item.mediaType()));
    }
}
