package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.CaseMove.ACCEPT;
import static org.bihuan.rectification.CaseMove.ASK_FOR_MORE_TIME;
import static org.bihuan.rectification.CaseMove.PROPOSE_TO_VOID;
import static org.bihuan.rectification.CaseMove.QUALIFY;
import static org.bihuan.rectification.CaseMove.REJECT;
import static org.bihuan.rectification.CaseMove.REPORT;
import static org.bihuan.rectification.CaseMove.RETURN;
import static org.bihuan.rectification.CaseMove.REVIEW;
import static org.bihuan.rectification.CaseMove.TIMER;
import static org.bihuan.rectification.CaseMove.VOID;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.TestClock;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases taken through anything that people, outages and clocks may do to them, in any order. After each step the {@link
 * CaseInvariants} hold, and what was refused has changed nothing.
 *
 * <p>A course is the way of one case. A herd of them shares one time and one sweeper. Each herd follows from its seed, which a
 * failure names with all that happened; {@code -Dbihuan.courses=20000} walks more of them.
 */
@CountyTest
class AnyCourseOfACaseTests {
    private static final int HERD = 20;
    private static final int COURSES = Integer.getInteger("bihuan.courses", 3 * HERD);
    private static final int FIRST_SEED = Integer.getInteger("bihuan.seed", 1);
    /** The longer a run, the more must have happened in it. */
    private static final Set<CaseMove> EXPECTED = COURSES < 400
            ? EnumSet.of(REVIEW, ACCEPT, REPORT, RETURN, QUALIFY, ASK_FOR_MORE_TIME, VOID, TIMER)
            : EnumSet.allOf(CaseMove.class);

    private static final int STEPS = 12;
    private static final int ENOUGH = 20; // faults to look at

    @Autowired
    County county;

    @Autowired
    TestClock clock;

    @Autowired
    CountyTime time;

    @Autowired
    JdbcClient jdbc;

    CaseInvariants invariants;
    final Map<CaseMove, Integer> done = new EnumMap<>(CaseMove.class);
    final List<String> faults = new ArrayList<>();

    @BeforeEach
    void lookAtTheDatabase() {
        invariants = new CaseInvariants(jdbc, time.zone());
    }

    @Test
    void nothingIsForgottenDoubledOrLeftHalfDone() {
        for (int herd = 0; herd * HERD < COURSES && faults.size() < ENOUGH; herd++) {
            new Herd(FIRST_SEED + herd).walk();
        }
        assertThat(faults).isEmpty();
        assertThat(done.keySet()).as("moves that succeeded at least once").containsAll(EXPECTED);
    }

    /** Cases at one time. A case that broke a sentence leaves it, so that the others walk on. */
    private final class Herd {
        private final int seed;
        private final Random chance;
        private final Map<HazardNumber, Course> courses = new LinkedHashMap<>();
        private Instant latest = Instant.EPOCH;

        Herd(int seed) {
            this.seed = seed;
            chance = new Random(seed);
        }

        void walk() {
            at(LocalDate.of(2026, 9, 1).plusDays(chance.nextInt(200)), LocalTime.of(9, 0));
            for (int i = 0; i < HERD; i++) {
                register();
            }
            for (int step = 0; step < STEPS; step++) {
                everyCase(Course::moveOrNot);
                timePasses();
                if (chance.nextInt(3) > 0) {
                    everythingDueIsDone();
                }
            }
            everyCase(Course::end);
            everythingDueIsDone();
            everyCase(course -> assertThat(county.logIsUntouched(course.number)).isTrue());
        }

        private void register() {
            var wish = county.aHazardAt(county.person("safety-010"));
            if (chance.nextInt(4) == 0) {
                wish.major("GB 35181-2025 5.1");
            } else if (chance.nextInt(3) > 0) {
                wish.dueOn(county.today().plusDays(chance.nextInt(20)).toString());
            }
            var inspector = county.person("inspector-yaodu");
            var number = inspector.registers(wish);
            courses.put(number, new Course(number, inspector.handsInPaper(number), chance));
        }

        private void everyCase(Consumer<Course> step) {
            for (var course : List.copyOf(courses.values())) {
                try {
                    step.accept(course);
                } catch (AssertionError | RuntimeException fault) {
                    leaves(course, fault.toString());
                }
            }
        }

        private void leaves(Course course, String why) {
            courses.remove(course.number);
            faults.add("seed %d, %s: %s%n%s".formatted(seed, course.number, String.join("\n", course.story), why));
        }

        private void timePasses() {
            var before = time.now();
            seenOnTheClock(before);
            var tomorrow = county.today().plusDays(1);
            switch (chance.nextInt(8)) {
                case 0, 1 -> clock.advance(Duration.ofMinutes(90));
                case 2 -> clock.advance(Duration.ofHours(-1)); // somebody has set the clock right
                case 3 -> at(tomorrow, LocalTime.of(0, 5));
                case 4 -> at(county.today(), LocalTime.of(23, 10));
                case 5, 6 -> at(tomorrow.plusDays(chance.nextInt(3)), LocalTime.of(9, 30));
                default -> at(tomorrow.plusDays(5 + chance.nextInt(30)), LocalTime.of(14, 0));
            }
            everybodyHears("%s, %s later".formatted(time.now(), Duration.between(before, time.now())));
        }

        private void seenOnTheClock(Instant moment) {
            latest = moment.isAfter(latest) ? moment : latest;
        }

        private void at(LocalDate day, LocalTime of) {
            clock.set(day.toString(), of.toString());
        }

        /** Sweeper first or timers first: it must not matter. */
        private void everythingDueIsDone() {
            var sweepFirst = chance.nextBoolean();
            seenOnTheClock(time.now());
            everybodyHears(sweepFirst ? "sweep, timers, sweep" : "timers, sweep");
            if (sweepFirst) {
                county.sweeps();
            }
            everyCase(Course::dueTimersFire);
            county.sweeps();
            leave(invariants.brokenAtRestBy(courses.keySet(), time.now(), latest));
            leave(invariants.brokenBy(courses.keySet(), time.now()));
        }

        private void leave(List<String> broken) {
            for (var sentence : broken) {
                for (var course : List.copyOf(courses.values())) {
                    if (sentence.endsWith(course.number.value())) {
                        leaves(course, sentence);
                    }
                }
            }
        }

        private void everybodyHears(String what) {
            courses.values().forEach(course -> course.story.add("  " + what));
        }
    }

    /** The way of one case and what has happened on it so far. */
    private final class Course {
        private final HazardNumber number;
        private final CaseAtHand atHand;
        private final Random chance;
        private final List<String> story = new ArrayList<>();

        Course(HazardNumber number, EvidenceItem slip, Random chance) {
            this.number = number;
            this.atHand = new CaseAtHand(county, number, slip, chance);
            this.chance = chance;
            story.add(county.hazard(number).isMajor() ? "registered, major" : "registered, general");
        }

        void moveOrNot() {
            for (int left = chance.nextInt(4); left > 0; left--) {
                var likely = CaseMove.likelyIn(county.hazard(number).status());
                var moves = likely.isEmpty() || chance.nextInt(4) == 0 ? List.of(CaseMove.values()) : likely;
                perform(moves.get(chance.nextInt(moves.size())));
            }
        }

        /** @return whether it was allowed; what is refused says so by a refusal people can read, anything else is a fault */
        private boolean perform(CaseMove move) {
            var before = county.hazard(number);
            var print = print(number);
            story.add(move.toString());
            try {
                move.perform(atHand);
            } catch (BusinessRuleViolated | Conflict | InvalidInput | NotAllowed | NotVisible refusal) {
                story.add("    refused: " + refusal.getMessage());
                assertThat(print(number)).isEqualTo(print); // so what held before holds
                return false;
            }
            done.merge(move, 1, Integer::sum);
            wentAsTheTableSays(move, before, county.hazard(number));
            holds();
            return true;
        }

        private void wentAsTheTableSays(CaseMove move, Hazard before, Hazard after) {
            assertThat(move.leadsFrom(before.status())).contains(after.status());
            assertThat(after.round()).isEqualTo(before.round() + move.roundsOpened());
            var original = before.dueDates().originalDueOn();
            if (original != null && !move.assignsAnew()) {
                assertThat(after.dueDates().originalDueOn()).isEqualTo(original);
            }
        }

        void holds() {
            assertThat(invariants.brokenBy(List.of(number), time.now())).isEmpty();
        }

        void dueTimersFire() {
            for (int turns = 0; county.timerIsDue(number); turns++) {
                assertThat(turns).as("turns of a timer that never rests").isLessThan(5);
                county.timerFires(number);
            }
        }

        /** Whatever state a case is in, two people can end it. */
        void end() {
            var status = county.hazard(number).status();
            if (status == Status.REGISTERED) {
                assertThat(perform(REJECT)).isTrue();
            } else if (status.isOpen()) {
                perform(PROPOSE_TO_VOID); // unless somebody has
                assertThat(perform(VOID)).isTrue();
            }
            assertThat(county.hazard(number).status().isOpen()).isFalse();
        }
    }

    /** Everything of a case that a refusal must leave as it was. */
    private String print(HazardNumber number) {
        return jdbc.sql("""
                        select concat_ws(' ', h.version, h.log_head,
                            (select md5(string_agg(c::text, '' order by kind, term)) from clock c where c.hazard = h.number),
                            (select md5(string_agg(r::text, '' order by kind, term, step)) from rung r where r.hazard = h.number),
                            (select md5(string_agg(t::text, '' order by task_id)) from v_open_task t where t.hazard = h.number),
                            (select md5(string_agg(e::text, '' order by seq)) from extension e where e.hazard = h.number),
                            (select md5(string_agg(p::text, '' order by seq)) from proposal p where p.hazard = h.number),
                            (select count(*) from v_incident i where i.hazard = h.number))
                        from hazard h where number = :number
                        """).param("number", number.value()).query(String.class).single();
    }
}
