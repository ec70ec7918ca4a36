package org.bihuan.deadline.adapter.process;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.adapter.OpenClocks;
import org.bihuan.deadline.application.DeadlineTables;
import org.bihuan.deadline.domain.Step;
import org.bihuan.decisions.Complaint;
import org.bihuan.decisions.DifferenceCount;
import org.bihuan.decisions.Differences;
import org.bihuan.decisions.Domain;
import org.bihuan.decisions.RuleTable;
import org.bihuan.decisions.TableContract;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.hazard.Grade;
import org.bihuan.organisation.Organisation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What {@code ladder.dmn} may say. A ladder never goes silent: it tells of the due day and of the day after, and behind its last
 * rung it goes on without end.
 */
@Component
class LadderContract implements TableContract {
    private static final Pattern STEP =
            Pattern.compile("START|CATCHUP|EVERY\\+[1-9]\\d?|0|-[1-9]\\d?|\\+[1-9]\\d{0,2}");

    /** As much as the rung's column holds, with the audience of the highest rung passed added to CATCHUP's (N3). */
    private static final int LONGEST_AUDIENCE = 200;

    private static final Pattern COMMAS = Pattern.compile(",\\s*");
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/deadline", Locale.ROOT);
    private static final String ACTION = "action.";
    private static final Pattern ACTIONS = Pattern.compile("action\\.([A-Z_]+)\\.[A-Z_]+");
    private static final Pattern AUDIENCES = Pattern.compile("audience\\.(.+)");
    private static final String NONE = "-";
    private static final List<String> SUPERVISORS = List.of(NONE, "unit-leader", "committee-office", "county-leader");
    private static final List<String> LETTERS =
            List.of(NONE, "ADVISORY", "SUPERVISION", "WARNING", "INTERVIEW", "CIRCULAR", "HANDOVER");

    private final Organisation organisation;
    private final OpenClocks clocks;
    private final MessageSource messages;

    LadderContract(Organisation organisation, OpenClocks clocks, MessageSource messages) {
        this.organisation = organisation;
        this.clocks = clocks;
        this.messages = messages;
    }

    @Override
    public String decision() {
        return "ladder";
    }

    @Override
    public Map<String, Domain> inputs() {
        return Map.of(
                "clock", Domain.Words.of("clock.", ClockKind.values()),
                "grade", Domain.Words.of("grade.", Grade.values()));
    }

    @Override
    public Map<String, Domain> outputs() {
        return Map.of(
                "step", new Domain.Shaped(STEP, "ladder.step"),
                "audience", new Domain.Listed("audience.", named(AUDIENCES)),
                "action", new Domain.Words("ladderAction.", named(ACTIONS)),
                "supervision", new Domain.Words("ladderSupervision.", SUPERVISORS),
                "letter", new Domain.Listed("ladderLetter.", LETTERS));
    }

    /** What comes behind a prefix of the bundle: who is told, and what is done of any clock. */
    private static List<String> named(Pattern key) {
        return WORDS.keySet().stream()
                .map(key::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Complaint> complaints(RuleTable table) {
        var complaints = new LinkedHashSet<Complaint>();
        for (var clock : ClockKind.values()) {
            for (var grade : Grade.values()) {
                var rows = table.rowsFor(Map.of("clock", clock.name(), "grade", grade.name()));
                ofTheLadder(table, clock, grade, rows, complaints);
            }
        }
        return List.copyOf(complaints);
    }

    private void ofTheLadder(RuleTable table, ClockKind clock, Grade grade, List<Row> rows, Set<Complaint> complaints) {
        var of = word("ladder.of", word("clock." + clock), word("grade." + grade));
        var seen = new HashMap<String, Integer>();
        for (var row : rows) {
            var step = table.text(row, "step");
            var before = seen.putIfAbsent(step.startsWith("EVERY") ? "EVERY" : step, row.number());
            if (before != null) {
                complaints.add(Complaint.inRow(row.number(), "ladder.TWICE", of, step, before));
            }
            if (!WORDS.containsKey(ACTION + table.text(row, "action") + "." + clock)) {
                complaints.add(Complaint.inRow(row.number(), "ladder.ACTION", of, table.text(row, "action")));
            }
            if (!table.text(row, "supervision").equals(NONE) && !(clock == ClockKind.RECTIFY && step.startsWith("+"))) {
                complaints.add(Complaint.inRow(row.number(), "ladder.SUPERVISION", of));
            }
            var letter = table.text(row, "letter");
            if (!letter.equals(NONE) && letter.contains(NONE)) {
                complaints.add(Complaint.inRow(row.number(), "ladder.LETTER", of));
            }
            if (!letter.equals(NONE) && !(clock == ClockKind.RECTIFY && isOfADueDay(step))) {
                complaints.add(Complaint.inRow(row.number(), "ladder.LETTER_CLOCK", of));
            }
        }
        for (var needed : needed(clock)) {
            if (!seen.containsKey(needed)) {
                complaints.add(Complaint.of("ladder." + needed.replace("+", "PLUS_"), of));
            }
        }
        longAudience(table, rows).ifPresent(row -> complaints.add(Complaint.inRow(row, "ladder.AUDIENCE", of)));
    }

    /** What stands at the start of a term drafts no letter (N3). */
    private static boolean isOfADueDay(String step) {
        return !step.equals(Step.START) && !step.equals(Step.CATCHUP);
    }

    /** The due day, the day after, and the series without end (5.4); a RECTIFY that begins late is told of at once (N3). */
    private static List<String> needed(ClockKind clock) {
        return clock == ClockKind.RECTIFY ? List.of("0", "+1", "EVERY", Step.CATCHUP) : List.of("0", "+1", "EVERY");
    }

    private static Optional<Integer> longAudience(RuleTable table, List<Row> rows) {
        var catchUp = rows.stream()
                .filter(row -> table.text(row, "step").equals(Step.CATCHUP))
                .mapToInt(row -> table.text(row, "audience").length() + 2)
                .max()
                .orElse(0);
        return rows.stream()
                .filter(row -> table.text(row, "audience").length() + catchUp > LONGEST_AUDIENCE)
                .map(Row::number)
                .findFirst();
    }

    @Override
    public Differences differences(Change change) {
        var before = new DecisionTables(change.inForce(), organisation);
        var after = new DecisionTables(change.changed(), organisation);
        var known = new HashMap<Object, List<String>>();
        var count = new DifferenceCount();
        clocks.forEach(clock -> {
            var traits =
                    CaseTraits.coming(clock.traits().grade(), clock.traits().source(), null);
            var outcome = known.computeIfAbsent(
                    List.of(clock.kind(), traits.grade()), kind -> outcome(clock.kind(), traits, before, after));
            if (!outcome.isEmpty()) {
                count.add(new Differences.Line(
                        clock.hazard(), word("clock." + clock.kind()), outcome.get(0), outcome.get(1)));
            }
        });
        return count.all();
    }

    /** The rungs that differ, before and after; empty when none does. */
    private List<String> outcome(ClockKind clock, CaseTraits traits, DeadlineTables before, DeadlineTables after) {
        var old = said(clock, before.ladder(clock, traits));
        var changed = said(clock, after.ladder(clock, traits));
        var steps = new LinkedHashSet<>(old.keySet());
        steps.addAll(changed.keySet());
        var differing = steps.stream().filter(step -> !same(old, changed, step)).toList();
        return differing.isEmpty() ? List.of() : List.of(lines(differing, old), lines(differing, changed));
    }

    private static boolean same(Map<String, String> old, Map<String, String> changed, String step) {
        return old.getOrDefault(step, "").equals(changed.getOrDefault(step, ""));
    }

    private String lines(List<String> steps, Map<String, String> said) {
        return steps.stream()
                .map(step -> word("ladder.rung", step, said.getOrDefault(step, word("ladder.none"))))
                .collect(Collectors.joining(word("ladder.separator")));
    }

    private Map<String, String> said(ClockKind clock, List<Step> ladder) {
        return ladder.stream()
                .collect(toMap(Step::step, step -> said(clock, step), (first, second) -> first, LinkedHashMap::new));
    }

    private String said(ClockKind clock, Step step) {
        var audience = new ArrayList<String>();
        COMMAS.splitAsStream(step.audience()).forEach(name -> audience.add(word("audience." + name)));
        var told = word(
                "ladder.told",
                word(ACTION + step.action() + "." + clock),
                String.join(word("list.separator"), audience));
        var supervised = step.supervision() == null
                ? told
                : word("ladder.supervised", told, word("ladderSupervision." + step.supervision()));
        return step.letter() == null ? supervised : word("ladder.lettered", supervised, letters(step.letter()));
    }

    private String letters(String names) {
        return COMMAS.splitAsStream(names)
                .map(name -> word("ladderLetter." + name))
                .collect(Collectors.joining(word("list.separator")));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
