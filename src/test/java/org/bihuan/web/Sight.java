package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.County;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.HazardNumber;

/**
 * Five cases, everybody of the sample county who differs, and what each sees of each (design 8, domain 7.1):
 *
 * <pre>
 * own     found by inspector-xiangyu at enterprise 061 (chemicals, Xiangyu), accepted: waits for the report
 * self    found by enterprise 061 itself: waits for the review by emb-chem
 * told    reported to the complaint clerk about enterprise 061, not yet assigned: waits for the review by emb-chem
 * site    found by inspector-housing at enterprise 001 (building site, Yaodu): waits for acceptance
 * public  found by the committee office, on a street that Yaodu answers for: waits for its review
 * </pre>
 *
 * {@code -} it does not exist for him; {@code r} he reads it; {@code w} he works on it and may add files; {@code t} its task is
 * his to do; {@code T} he sees its task and may not do it.
 */
final class Sight {
    private static final String TABLE = """
            who                 | own | self | told | site | public
            safety-061          | rwt | rw   | -    | -    | -
            principal-061       | rw  | rw   | -    | -    | -
            safety-062          | -   | -    | -    | -    | -
            safety-001          | -   | -    | -    | rwt  | -
            principal-001       | -   | -    | -    | rw   | -
            inspector-xiangyu   | rw  | r    | r    | -    | -
            head-xiangyu        | rw  | r    | r    | -    | -
            inspector-emb-chem  | r   | rwt  | rwt  | -    | -
            head-emb-chem       | r   | rwt  | rwt  | -    | -
            inspector-emb-general | r | r    | rw   | -    | -
            inspector-emb-trade | -   | -    | -    | -    | -
            inspector-emb       | r   | r    | r    | -    | -
            inspector-housing   | -   | -    | -    | rw   | -
            head-housing        | -   | -    | -    | rw   | -
            inspector-yaodu     | -   | -    | -    | r    | rw
            head-yaodu          | -   | -    | -    | r    | rw
            office1             | rwT | rwT  | rwT  | rwT  | rwt
            leader1             | rT  | rT   | rT   | rT   | rT
            auditor1            | rT  | rT   | rT   | rT   | rT
            clerk1              | -   | -    | rw   | -    | -
            expert1             | -   | -    | -    | -    | -
            admin               | -   | -    | -    | -    | -
            """;

    /** Stands in every text of the cases. */
    static final String MARK = "辨识记号";

    private static final AtomicInteger SIGHTS = new AtomicInteger();

    /** Stands in every case of this sight and in no other: classes share one database. */
    private final String mark = MARK + "第" + SIGHTS.incrementAndGet() + "组";

    /** A case as strangers must not meet it. */
    record Case(HazardNumber number, String photo, String step, String task, String instance) {}

    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> table = new LinkedHashMap<>();

    Sight(County county, Cases engine) {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-061");
        var inspector = county.person("inspector-xiangyu");
        var own = inspector.registers(
                county.aHazardAt(safety).described(mark + "甲").dueOn("2026-09-28"));
        safety.accepts(own);
        add("own", own, inspector, engine);
        add("self", safety.registers(county.aHazardAt(safety).described(mark + "乙")), safety, engine);
        var clerk = county.person("clerk1");
        add("told", clerk.registers(county.aHazardAt(safety).described(mark + "丙")), clerk, engine);
        var housing = county.person("inspector-housing");
        var builder = county.person("safety-001");
        add(
                "site",
                housing.registers(
                        county.aHazardAt(builder).described(mark + "丁").dueOn("2026-09-28")),
                housing,
                engine);
        var office = county.person("office1");
        var street = office.registers(
                county.aHazardAt(safety).publicOf("yaodu", "341721100").described(mark + "戊"));
        add("public", street, office, engine);

        var lines = TABLE.lines().map(line -> line.split("\\s*\\|\\s*", -1)).toList();
        for (var line : lines.subList(1, lines.size())) {
            Map<String, String> sights = new LinkedHashMap<>();
            for (int i = 1; i < line.length; i++) {
                sights.put(lines.get(0)[i].strip(), line[i].strip());
            }
            table.put(line[0].strip(), sights);
        }
        assertThat(lines.get(0)).contains(cases.keySet().toArray(String[]::new));
    }

    private void add(String name, HazardNumber number, County.Actor by, Cases engine) {
        var photo = by.photographs(number, Stage.BEFORE);
        var task = engine.openTask(number.value()).orElseThrow();
        cases.put(
                name,
                new Case(
                        number,
                        photo.id().toString(),
                        task.key(),
                        task.id(),
                        engine.instanceOf(number.value()).orElseThrow()));
    }

    static List<String> people() {
        return TABLE.lines().skip(1).map(line -> line.split("\\s*\\|", 2)[0]).toList();
    }

    String mark() {
        return mark;
    }

    Map<String, Case> cases() {
        return cases;
    }

    Case one(String name) {
        return Objects.requireNonNull(cases.get(name));
    }

    /** What the table says, a letter a right. */
    String of(String person, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(table.get(person)).get(name));
    }

    boolean sees(String person, String name) {
        return of(person, name).contains("r");
    }

    boolean seesTask(String person, String name) {
        return of(person, name).matches(".*[tT]");
    }

    /** Whatever would give a case away. */
    List<String> traces(Case one) {
        return Arrays.asList(one.number().value(), one.photo(), one.task(), one.instance());
    }

    /** Names of the cases of which some trace stands in a text. */
    List<String> givenAway(String text) {
        var found = new ArrayList<String>();
        cases.forEach((name, one) -> {
            if (traces(one).stream().anyMatch(text::contains)) {
                found.add(name);
            }
        });
        return found;
    }
}
