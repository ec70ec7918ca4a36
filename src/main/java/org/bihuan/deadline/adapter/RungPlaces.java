package org.bihuan.deadline.adapter;

import static org.bihuan.deadline.adapter.CalendarScope.IN_SCOPE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bihuan.deadline.domain.RungDays;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the rungs stand that have not fired: equal places are counted once, however many cases have them. */
@Repository
public class RungPlaces {
    private final JdbcClient jdbc;
    private final CountyTime time;

    RungPlaces(JdbcClient jdbc, CountyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What the day of a rung follows from. */
    public record Place(RungDays.Base base, String step) {
        public int offset() {
            return Integer.parseInt(step.startsWith("+") ? step.substring(1) : step);
        }
    }

    /** The places of all unfired rungs that are bound to a due day. */
    public List<Place> unfired(CalendarScope scope) {
        return scope.in(jdbc.sql("""
                        select distinct c.due_on, c.immediate, c.counts_from, r.step
                        from clock c join rung r using (hazard, kind, term)
                        where c.stopped_on is null and r.fired_at is null and r.step ~ '^[+-]?[0-9]+$' and
                        """ + IN_SCOPE))
                .query((row, index) -> new Place(
                        new RungDays.Base(
                                row.getObject("due_on", LocalDate.class),
                                row.getBoolean("immediate"),
                                row.getObject("counts_from", LocalDate.class)),
                        row.getString("step")))
                .list();
    }

    /** Dates them anew; one that would come to stand on the first day of its term or before stays where it is (N1, N3). */
    public void date(CalendarScope scope, Map<Place, Instant> fireAt) {
        var places = List.copyOf(fireAt.keySet());
        scope.in(jdbc.sql("""
                        update rung r set fire_at = n.fire_at
                        from clock c,
                             unnest(cast(:dueOns as date[]), cast(:immediates as boolean[]), cast(:countsFroms as date[]),
                                    cast(:steps as text[]), cast(:fireAts as timestamptz[]))
                                 as n (due_on, immediate, counts_from, step, fire_at)
                        where (r.hazard, r.kind, r.term) = (c.hazard, c.kind, c.term) and c.stopped_on is null
                          and r.fired_at is null and r.step = n.step and c.due_on = n.due_on and c.immediate = n.immediate
                          and c.counts_from is not distinct from n.counts_from and r.fire_at <> n.fire_at
                          and n.fire_at >= cast(c.started_on + 1 as timestamp) at time zone :zone and
                        """ + IN_SCOPE))
                .param("dueOns", texts(places, place -> place.base().dueOn()))
                .param("immediates", texts(places, place -> place.base().immediate()))
                .param("countsFroms", texts(places, place -> place.base().countsFrom()))
                .param("steps", texts(places, Place::step))
                .param("fireAts", texts(places, fireAt::get))
                .param("zone", time.zone().getId())
                .update();
    }

    private static @Nullable String[] texts(List<Place> places, Function<Place, @Nullable Object> part) {
        return places.stream()
                .map(part)
                .map(value -> value == null ? null : Objects.toString(value))
                .toArray(String[]::new);
    }
}
