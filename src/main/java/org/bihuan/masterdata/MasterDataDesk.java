package org.bihuan.masterdata;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.exchange.TableRow;
import org.bihuan.exchange.TableVerdict.Fate;
import org.bihuan.organisation.Person;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where one enterprise, unit or person is looked up, added and corrected by hand, by the rules by which files are judged. */
@Service
class MasterDataDesk {
    private final DraftKeeper drafts;
    private final ChangeLog log;

    MasterDataDesk(DraftKeeper drafts, ChangeLog log) {
        this.drafts = drafts;
        this.log = log;
    }

    /**
     * One of a table as it is now.
     *
     * @param row by column
     * @param revision to be handed back with a change, so that nobody overwrites what somebody else has entered meanwhile
     */
    record One(String key, Map<String, String> row, long revision) {}

    /** A page of a table. {@code next}: where the next one begins; null on the last. */
    record Page(List<Map<String, String>> rows, @Nullable String next, int total) {}

    /**
     * In the order of their keys.
     *
     * @param text a part of any column, in any case; empty: all
     * @param after the key behind which the page begins
     */
    Page page(MasterTable<?> table, String text, String after, int atMost, Person reader) {
        table.admit(reader);
        var wanted = Cells.folded(text).toUpperCase(Locale.ROOT);
        var found = table.everything().stream()
                .filter(row -> wanted.isEmpty()
                        || row.values().stream()
                                .anyMatch(value -> Cells.folded(value)
                                        .toUpperCase(Locale.ROOT)
                                        .contains(wanted)))
                .toList();
        var behind = found.stream()
                .filter(row -> table.key(row).compareTo(after) > 0)
                .limit(atMost + 1L)
                .toList();
        var page = behind.subList(0, Math.min(atMost, behind.size()));
        return new Page(page, behind.size() > atMost ? table.key(page.get(page.size() - 1)) : null, found.size());
    }

    /** @throws NotVisible when there is none of that key */
    One get(MasterTable<?> table, String key, Person reader) {
        table.admit(reader);
        return one(table, drafts.look(), key);
    }

    private <T> One one(MasterTable<T> table, Draft draft, String key) {
        var present = table.find(draft, key);
        if (present == null) {
            throw new NotVisible(table.subject());
        }
        return new One(key, table.describe(present), log.revision(table.subject(), key));
    }

    /**
     * Adds one.
     *
     * @throws InvalidInput with everything that is wrong, by field
     * @throws Conflict {@code MASTER_DATA_EXISTS} when its key is taken
     */
    @Transactional
    <T> One add(MasterTable<T> table, TableRow row, Person by) {
        var draft = open(table, by);
        var key = table.key(row.cells());
        if (!key.isEmpty() && table.find(draft, key) != null) {
            throw new Conflict("MASTER_DATA_EXISTS", key);
        }
        return save(table, draft, row, by);
    }

    /**
     * Corrects one; what the row does not speak of stays.
     *
     * @param revision that of what the caller has seen; null: whatever it is
     * @throws InvalidInput with everything that is wrong, by field
     * @throws Conflict {@code MASTER_DATA_CHANGED} when somebody was faster
     */
    @Transactional
    <T> One correct(MasterTable<T> table, String key, TableRow row, @Nullable Long revision, Person by) {
        var draft = open(table, by);
        var present = one(table, draft, key);
        if (revision != null && revision != present.revision()) {
            throw new Conflict("MASTER_DATA_CHANGED");
        }
        var column = table.columns().get(0).name();
        var said = row.has(column) ? table.key(row.cells()) : key;
        if (!said.equals(key)) {
            throw new InvalidInput(Names.field(column), "KEY_STAYS", key);
        }
        return save(table, draft, new TableRow(Cells.over(row.cells(), Map.of(column, key))), by);
    }

    private <T> Draft open(MasterTable<T> table, Person by) {
        table.admit(by);
        var draft = drafts.hold();
        drafts.checkStillAdministers(draft, by.id());
        return draft;
    }

    private <T> One save(MasterTable<T> table, Draft draft, TableRow row, Person by) {
        var judged = table.judge(draft, row, by.id());
        Refused.unlessSound(judged.complaints());
        if (judged.fate() != Fate.UNCHANGED) {
            table.put(draft, judged.one());
            drafts.keep(draft, List.of(judged.change()), by.id());
        }
        return one(table, draft, judged.key());
    }
}
