package org.bihuan.deadline.adapter;

import static org.bihuan.deadline.adapter.CalendarScope.IN_SCOPE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bihuan.deadline.domain.Count;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.Term;
import org.bihuan.hazard.HazardNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Terms counted by an older calendar and what a newer one makes of them; equal counts are made once, however many terms they are of.
 * Meant are the terms that run, and the rectification behind a report that waits for its verdict.
 */
@Repository
public class Recounts {
    private static final String STANDS = """
            (c.stopped_on is null
             or c.kind = 'RECTIFY' and exists (select from v_case h where h.number = c.hazard and h.status = 'SUBMITTED')
                and not exists (select from clock l where l.hazard = c.hazard and l.kind = c.kind and l.term > c.term))
            """;

    private final JdbcClient jdbc;

    Recounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases with a running clock that an older calendar has counted; some of them, in number order. */
    public List<HazardNumber> countedBefore(int revision, int atMost) {
        return numbers(jdbc.sql("""
                        select distinct hazard from clock
                        where stopped_on is null and calendar < :revision order by hazard limit :atMost
                        """).param("revision", revision).param("atMost", atMost));
    }

    /** All different counts. */
    public List<Count> counts(CalendarScope scope) {
        return scope.in(jdbc.sql("""
                        select distinct counted_from, counted_days, counted_unit, rolls_over from clock c
                        where counted_from is not null and
                        """ + STANDS + "and" + IN_SCOPE))
                .query((row, index) -> new Count(
                        row.getObject("counted_from", LocalDate.class),
                        row.getInt("counted_days"),
                        Term.Unit.valueOf(row.getString("counted_unit")),
                        row.getBoolean("rolls_over")))
                .list();
    }

    /**
     * Keeps for each term what its count comes to now: a later day waits for somebody to confirm the move, an earlier one does not
     * replace the one that was told (6.3).
     *
     * @param saysItStands what is added to the sentence of a term whose told day stays
     */
    public void apply(
            CalendarScope scope, List<CountedDay> recounted, Collection<Integer> knownYears, String saysItStands) {
        scope.in(jdbc.sql("""
                        update clock c
                        set correct_due_on = case when n.due_on > c.due_on then n.due_on end,
                            correct_explanation = case when n.due_on > c.due_on then n.explanation end,
                            correct_estimated = case when n.due_on > c.due_on then n.estimated end,
                            estimated = case when n.due_on > c.due_on then c.estimated else n.estimated end,
                            explanation = case when n.due_on > c.due_on then c.explanation when n.due_on = c.due_on then n.explanation
                                               else left(n.explanation || :stands, 500) end
                        from unnest(cast(:froms as date[]), cast(:lengths as int[]), cast(:units as text[]), cast(:rolls as boolean[]),
                                    cast(:dueOns as date[]), cast(:estimates as boolean[]), cast(:explanations as text[]))
                             as n (counted_from, counted_days, counted_unit, rolls_over, due_on, estimated, explanation)
                        where (c.counted_from, c.counted_days, c.counted_unit, c.rolls_over)
                              = (n.counted_from, n.counted_days, n.counted_unit, n.rolls_over) and
                        """ + STANDS + "and" + IN_SCOPE))
                .param("stands", saysItStands)
                .param("froms", texts(recounted, day -> count(day).from()))
                .param("lengths", texts(recounted, day -> count(day).days()))
                .param("units", texts(recounted, day -> count(day).unit()))
                .param("rolls", texts(recounted, day -> count(day).rollOver()))
                .param("dueOns", texts(recounted, CountedDay::date))
                .param("estimates", texts(recounted, CountedDay::estimated))
                .param("explanations", texts(recounted, day -> day.day().explanation()))
                .update();
        acceptingEndsWithTheWork(scope);
        scope.in(jdbc.sql("""
                        update clock c
                        set calendar = :revision,
                            estimated = c.estimated
                                and (c.counted_from is not null or extract(year from c.due_on) <> all (cast(:known as int[])))
                        where
                        """ + STANDS + "and" + IN_SCOPE))
                .param("known", knownYears.toArray(Integer[]::new))
                .update();
    }

    /** Accepting may not take longer than the whole work (5.1). */
    private void acceptingEndsWithTheWork(CalendarScope scope) {
        scope.in(jdbc.sql("""
                        update clock c
                        set correct_due_on = case when r.ends_on > c.due_on then r.ends_on end,
                            correct_explanation = case when r.ends_on > c.due_on then r.explanation end,
                            correct_estimated = case when r.ends_on > c.due_on then r.estimated end,
                            estimated = c.estimated and r.ends_on > c.due_on
                        from (select hazard, coalesce(correct_due_on, due_on) as ends_on,
                                     coalesce(correct_explanation, explanation) as explanation,
                                     coalesce(correct_estimated, estimated) as estimated
                              from clock where kind = 'RECTIFY' and stopped_on is null) r
                        where r.hazard = c.hazard and c.kind = 'ACCEPT' and c.stopped_on is null and c.correct_due_on > r.ends_on and
                        """ + IN_SCOPE)).update();
    }

    /** Cases that are still shown as estimated although nothing about their date is any more, open ones and ended ones. */
    public List<HazardNumber> noLongerEstimated(Collection<Integer> knownYears) {
        return numbers(
                jdbc.sql("""
                        select h.number from v_case h
                        where h.due_estimated and extract(year from h.due_on) = any (cast(:known as int[]))
                          and not exists (
                              select from clock c
                              where c.hazard = h.number and c.kind = 'RECTIFY' and c.due_on = h.due_on and c.estimated
                                and h.status not in ('CLOSED', 'VOIDED', 'MERGED') and
                        """ + STANDS + ") order by h.number").param("known", knownYears.toArray(Integer[]::new)));
    }

    private static Count count(CountedDay day) {
        return Objects.requireNonNull(day.count());
    }

    private static String[] texts(List<CountedDay> days, Function<CountedDay, Object> part) {
        return days.stream().map(part).map(String::valueOf).toArray(String[]::new);
    }

    private static List<HazardNumber> numbers(JdbcClient.StatementSpec question) {
        return question.query(String.class).list().stream()
                .map(HazardNumber::of)
                .toList();
    }
}
