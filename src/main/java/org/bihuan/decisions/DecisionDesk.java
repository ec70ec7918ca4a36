package org.bihuan.decisions;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bihuan.engine.DecisionFiles;
import org.bihuan.engine.DecisionTable;
import org.bihuan.engine.DecisionVersions;
import org.bihuan.engine.DecisionVersions.Origin;
import org.bihuan.engine.DecisionVersions.Version;
import org.bihuan.engine.DecisionVersions.Wish;
import org.bihuan.engine.Decisions;
import org.bihuan.engine.UnreadableTable;
import org.bihuan.organisation.Person;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the county changes a table: handed in, checked, tried on the open cases, confirmed with a reason. */
@Service
class DecisionDesk {
    private static final Duration DRAFTS_LIVE = Duration.ofDays(7);
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final DecisionVersions versions;
    private final DecisionFiles files;
    private final Decisions inForce;
    private final Contracts contracts;
    private final TableCheck check;
    private final Drafts drafts;
    private final Sheets sheets;
    private final Words words;
    private final CountyTime time;

    DecisionDesk(
            DecisionVersions versions,
            DecisionFiles files,
            Decisions inForce,
            Contracts contracts,
            TableCheck check,
            Drafts drafts,
            Sheets sheets,
            Words words,
            CountyTime time) {
        this.versions = versions;
        this.files = files;
        this.inForce = inForce;
        this.contracts = contracts;
        this.check = check;
        this.drafts = drafts;
        this.sheets = sheets;
        this.words = words;
        this.time = time;
    }

    /**
     * Takes a changed table in, if it is a good one.
     *
     * @return the draft that waits for its confirmation
     * @throws TableRefused when it has mistakes; nothing is kept then
     */
    @Transactional
    Draft handIn(byte[] file, Person by) {
        checkMayChange(by);
        var given = readable(file);
        var present = versions.inForce(given.key())
                .filter(version -> versions.shipped().contains(given.key()))
                .orElseThrow(() -> refused("table.UNKNOWN", given.key()));
        var contract = contracts.of(given.key()).orElseThrow(() -> refused("table.READ_ONLY", given.name()));
        var complaints = check.complaints(contract, given, shipped(given.key()));
        if (!complaints.isEmpty()) {
            throw new TableRefused(complaints.stream().map(words::complaint).toList());
        }
        if (given.rows().equals(table(present).rows())) {
            throw refused("table.UNCHANGED", present.version());
        }
        var draft = new Draft(UUID.randomUUID(), given.key(), present.version(), by.id(), time.now());
        drafts.removeOlderThan(time.now().minus(DRAFTS_LIVE));
        drafts.add(draft, file);
        return draft;
    }

    /** An older version wanted back takes the same way as a new one. */
    @Transactional
    Draft handInAgain(String decision, int version, Person by) {
        return handIn(versions.file(decision, version).orElseThrow(() -> new NotVisible("table version")), by);
    }

    @Transactional
    Draft handInShipped(String decision, Person by) {
        if (!versions.shipped().contains(decision)) {
            throw new NotVisible("table");
        }
        return handIn(versions.shippedFile(decision), by);
    }

    Draft draft(UUID id, Person reader) {
        checkMayChange(reader);
        return drafts.find(id).orElseThrow(() -> new Conflict("DRAFT_GONE"));
    }

    DecisionTable table(Draft draft) {
        return files.read(drafts.file(draft.id()));
    }

    DecisionTable table(Version version) {
        return files.read(versions.file(version.decision(), version.version())
                .orElseThrow(() -> new NotVisible("table version")));
    }

    DecisionTable shipped(String decision) {
        return files.read(versions.shippedFile(decision));
    }

    /** What would be otherwise in the open cases. */
    @Transactional(readOnly = true)
    Differences differences(Draft draft) {
        var file = drafts.file(draft.id());
        var present = table(versions.inForce(draft.decision()).orElseThrow(() -> new NotVisible("table")));
        return contracts
                .of(draft.decision())
                .map(contract -> contract.differences(new TableContract.Change(
                        new RuleTable(present),
                        inForce,
                        new RuleTable(files.read(file)),
                        files.with(file),
                        row -> sheets.inWords(present, row))))
                .orElse(Differences.NONE);
    }

    /** Whether the version it was tried against is still in force. */
    boolean isFresh(Draft draft) {
        return versions.inForce(draft.decision()).map(Version::version).orElse(0) == draft.after();
    }

    /**
     * Puts a draft in force for all cases registered from now on.
     *
     * @throws Conflict {@code DRAFT_GONE} or {@code TABLE_CHANGED} when somebody was faster
     */
    @Transactional
    Version confirm(UUID id, String reason, Person by) {
        checkMayChange(by);
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON) {
            throw new InvalidInput("reason", "REQUIRED");
        }
        if (why.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "TOO_LONG", LONGEST_REASON);
        }
        versions.takeTurns();
        var draft = drafts.find(id).orElseThrow(() -> new Conflict("DRAFT_GONE"));
        var file = drafts.file(id);
        drafts.remove(id);
        return versions.putInForce(new Wish(draft.decision(), Origin.COUNTY, by.id(), why), file, draft.after());
    }

    @Transactional
    void discard(UUID id, Person by) {
        checkMayChange(by);
        drafts.remove(id);
    }

    private DecisionTable readable(byte[] file) {
        try {
            return files.read(file);
        } catch (UnreadableTable unreadable) {
            throw new TableRefused(List.of(words.unreadable(unreadable)));
        }
    }

    private TableRefused refused(String key, Object... arguments) {
        return new TableRefused(List.of(words.say(key, arguments)));
    }

    private static void checkMayChange(Person person) {
        if (!TableRights.mayChange(person)) {
            throw new NotAllowed("CHANGE_DECISIONS");
        }
    }
}
