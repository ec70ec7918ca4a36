package org.bihuan.deadline.domain;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.deadline.ClockKind;
import org.bihuan.hazard.HazardNumber;

/**
 * A rung of a due day that has taken effect.
 *
 * @param on county day of the effect, which an outage may have moved behind the rung's own
 */
public record FiredRung(Rung rung, LocalDate on) {

    /**
     * Of those of a term that take effect on one day each is told, but only the highest opens 督办 and drafts letters (N2).
     *
     * @param asking for one and the same thing
     * @return those that act, a day's before the next day's
     */
    public static List<Rung> acting(List<FiredRung> asking) {
        return asking.stream()
                .sorted(Comparator.comparing(FiredRung::on))
                .collect(groupingBy(
                        fired -> new Effect(
                                fired.rung().hazard(),
                                fired.rung().kind(),
                                fired.rung().term(),
                                fired.on()),
                        LinkedHashMap::new,
                        Collectors.maxBy(
                                Comparator.comparing(fired -> fired.rung().offset()))))
                .values()
                .stream()
                .flatMap(highest -> highest.stream().map(FiredRung::rung))
                .toList();
    }

    private record Effect(HazardNumber hazard, ClockKind clock, int term, LocalDate on) {}
}
