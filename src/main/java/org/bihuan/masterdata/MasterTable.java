package org.bihuan.masterdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.exchange.TableColumn;
import org.bihuan.exchange.TableIntake;
import org.bihuan.exchange.TableRow;
import org.bihuan.exchange.TableVerdict;
import org.bihuan.exchange.TableVerdict.Fate;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * One kind of master data as a table: what its columns are, what a row means, and what is wrong with it. Rows from a file and rows by hand
 * are judged by the same rules.
 *
 * @param <T> what a row becomes
 */
abstract class MasterTable<T> implements TableIntake {
    private final String subject;
    private final Columns columns;
    private final DraftKeeper drafts;
    private final MessageSource words;

    MasterTable(String subject, List<String> required, List<String> optional, DraftKeeper drafts, MessageSource words) {
        this.subject = subject;
        this.columns = new Columns(subject, required, optional, words);
        this.drafts = drafts;
        this.words = words;
    }

    /** The code by which a row is known; an empty text where it says none. */
    abstract String key(Map<String, String> row);

    abstract @Nullable T find(Draft draft, String key);

    /** What the row says; only to be used when the cells are sound afterwards. */
    abstract T read(Cells cells, Draft draft, @Nullable T present, PersonId by);

    /** By column, as a file would say it; lists in a fixed order. */
    abstract Map<String, String> describe(T one);

    abstract void put(Draft draft, T one);

    abstract Collection<T> all(Draft draft);

    /** What people call it. */
    abstract String about(Map<String, String> row);

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public List<TableColumn> columns() {
        return columns.all();
    }

    /** What a list shows beside key and name. */
    String more(Map<String, String> row) {
        return "";
    }

    /** Whether it belongs into a table that somebody fills in. */
    boolean isCurrent(T one) {
        return true;
    }

    @Override
    public List<TableRow> present() {
        return rows(all(drafts.look()).stream().filter(this::isCurrent)).stream()
                .map(TableRow::new)
                .toList();
    }

    /** All there is, by key; what counts no more too. */
    List<Map<String, String>> everything() {
        return rows(all(drafts.look()).stream());
    }

    private List<Map<String, String>> rows(Stream<T> some) {
        return some.map(this::describe).sorted(Comparator.comparing(this::key)).toList();
    }

    @Override
    public void admit(Person person) {
        if (!person.is(Role.ADMIN)) {
            throw new NotAllowed("MASTER_DATA");
        }
    }

    @Override
    public List<TableVerdict> take(List<TableRow> rows, Person by, boolean dryRun) {
        var draft = dryRun ? drafts.look() : drafts.hold();
        drafts.checkStillAdministers(draft, by.id());
        var verdicts = new ArrayList<TableVerdict>(rows.size());
        var changes = new ArrayList<Change>();
        Map<String, Earlier> seen = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            var judged = judge(draft, rows.get(at), by.id());
            var earlier = judged.isSound() ? seen.putIfAbsent(judged.key(), new Earlier(at, judged.after())) : null;
            if (earlier != null) {
                verdicts.add(again(judged, earlier));
                continue;
            }
            verdicts.add(verdict(judged));
            if (judged.isSound() && judged.fate() != Fate.UNCHANGED) {
                put(draft, judged.one());
                changes.add(judged.change());
            }
        }
        if (!dryRun) {
            drafts.keep(draft, changes, by.id());
        }
        return verdicts;
    }

    /** Where a row of the same key stands, and what it has made. */
    private record Earlier(int at, Map<String, String> after) {}

    /** What a row would make of what is there. */
    final class Judged {
        private final String key;
        private final String about;
        private final Map<String, String> before;
        private final Map<String, String> after;
        private final T one;
        private final Cells cells;

        private Judged(
                String key, String about, Map<String, String> before, Map<String, String> after, T one, Cells cells) {
            this.key = key;
            this.about = about;
            this.before = before;
            this.after = after;
            this.one = one;
            this.cells = cells;
        }

        boolean isSound() {
            return cells.isSound();
        }

        List<Complaint> complaints() {
            return cells.complaints();
        }

        Fate fate() {
            return before.isEmpty() ? Fate.NEW : before.equals(after) ? Fate.UNCHANGED : Fate.CHANGED;
        }

        String key() {
            return key;
        }

        String about() {
            return about;
        }

        Map<String, String> before() {
            return before;
        }

        Map<String, String> after() {
            return after;
        }

        T one() {
            return one;
        }

        Change change() {
            return new Change(subject, key, about, before, after);
        }
    }

    Judged judge(Draft draft, TableRow row, PersonId by) {
        var key = key(row.cells());
        var present = key.isEmpty() ? null : find(draft, key);
        var before = present == null ? Map.<String, String>of() : describe(present);
        var cells = new Cells(Cells.over(before, row.cells()), columns);
        var one = read(cells, draft, present, by);
        var after = cells.isSound() ? describe(one) : row.cells();
        return new Judged(key, about(Cells.over(before, row.cells())), before, after, one, cells);
    }

    /** A row further down may repeat another, and may not contradict it. */
    private TableVerdict again(Judged judged, Earlier earlier) {
        if (judged.after().equals(earlier.after())) {
            return new TableVerdict(
                    Fate.TWICE,
                    Fate.TWICE.name(),
                    null,
                    null,
                    say("masterData.TWICE"),
                    List.of(),
                    earlier.at(),
                    judged.after(),
                    judged.about());
        }
        var column = columns.names().get(0);
        return rejected(judged, new Complaint(column, "KEY_TWICE", columns.label(column), judged.key(), List.of()));
    }

    private TableVerdict verdict(Judged judged) {
        if (!judged.isSound()) {
            return rejected(judged, judged.complaints().get(0));
        }
        var fate = judged.fate();
        return new TableVerdict(
                fate,
                fate.name(),
                null,
                null,
                fate == Fate.CHANGED
                        ? say("masterData.CHANGED", difference(judged.before(), judged.after()))
                        : say("masterData." + fate),
                judged.cells.warnings(),
                null,
                judged.after(),
                judged.about());
    }

    /** All that is wrong is said at once, so that nobody has to come back for the second mistake. */
    private TableVerdict rejected(Judged judged, Complaint first) {
        var all = judged.isSound() ? List.of(first) : judged.complaints();
        return new TableVerdict(
                Fate.REJECTED,
                first.code(),
                first.column(),
                first.value().isEmpty() ? null : first.value(),
                all.stream()
                        .map(complaint -> complaint.inWords(words))
                        .distinct()
                        .collect(Collectors.joining()),
                List.of(),
                null,
                judged.after(),
                judged.about());
    }

    /** What becomes different, column by column. */
    String difference(Map<String, String> before, Map<String, String> after) {
        return columns.names().stream()
                .filter(column -> !Objects.equals(before.get(column), after.get(column)))
                .map(column -> say(
                        "masterData.difference",
                        columns.label(column),
                        Words.of(words, subject, column, before.getOrDefault(column, "")),
                        Words.of(words, subject, column, after.getOrDefault(column, ""))))
                .collect(Collectors.joining(say("masterData.between")));
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
