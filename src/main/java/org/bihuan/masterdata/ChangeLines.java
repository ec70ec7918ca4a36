package org.bihuan.masterdata;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The log of changes in the words of a page. */
@Component
class ChangeLines {
    private final ChangeLog log;
    private final Organisation organisation;
    private final CountyTime time;
    private final MessageSource words;

    ChangeLines(ChangeLog log, Organisation organisation, CountyTime time, MessageSource words) {
        this.log = log;
        this.organisation = organisation;
        this.time = time;
        this.words = words;
    }

    /** @param at county time, {@code 2026-10-12 09:30} */
    record Line(long id, String at, String by, String table, String key, String about, String what) {}

    List<Line> of(String subject, String key, long beforeId, int atMost) {
        return log.latest(beforeId, subject, key, atMost).stream()
                .map(this::line)
                .toList();
    }

    private Line line(ChangeLog.Entry entry) {
        var at = entry.at().atZone(time.zone());
        var change = entry.change();
        return new Line(
                entry.id(),
                "%s %02d:%02d".formatted(at.toLocalDate(), at.getHour(), at.getMinute()),
                nameOf(entry.by()),
                say("table." + change.subject()),
                change.key(),
                change.about(),
                change.before().isEmpty() ? say("masterData.added", whole(change)) : difference(change));
    }

    private String difference(Change change) {
        var columns = new TreeSet<>(change.before().keySet());
        columns.addAll(change.after().keySet());
        return columns.stream()
                .filter(column -> !Objects.equals(
                        change.before().get(column), change.after().get(column)))
                .map(column -> say(
                        "masterData.difference",
                        label(change.subject(), column),
                        Words.of(
                                words, change.subject(), column, change.before().getOrDefault(column, "")),
                        Words.of(words, change.subject(), column, change.after().getOrDefault(column, ""))))
                .collect(Collectors.joining(say("masterData.between")));
    }

    private String whole(Change change) {
        return change.after().entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty() && !cell.getKey().equals("active"))
                .map(cell -> label(change.subject(), cell.getKey()) + " "
                        + Words.of(words, change.subject(), cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(say("masterData.between")));
    }

    private String label(String subject, String column) {
        return say("column." + subject + "." + column).split(";", -1)[0];
    }

    private String nameOf(PersonId id) {
        return organisation.person(id).map(Person::name).orElse(id.value());
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
