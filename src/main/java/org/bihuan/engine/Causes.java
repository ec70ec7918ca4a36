package org.bihuan.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;

/** Reads what lies under the engine's wrapping: it packs every exception of a listener into its own. */
final class Causes {
    private static final int DEEPEST = 30;
    private static final String OURS = "org.bihuan.";
    /** Foreign key (the other one has just ended what this one refers to), deadlock, serialisation. */
    private static final Set<String> LOST_RACES = Set.of("23503", "40P01", "40001");

    private Causes() {}

    /** The refusal one of our rooms has thrown, if that is what happened. */
    static Optional<RuntimeException> refusal(@Nullable Throwable failure) {
        return chain(failure).stream()
                .filter(cause -> cause.getClass().getName().startsWith(OURS))
                .filter(RuntimeException.class::isInstance)
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    /** Whether somebody else was faster, so that a second try may succeed. */
    static boolean lostRace(@Nullable Throwable failure) {
        return chain(failure).stream()
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || (cause instanceof SQLException sql
                                && LOST_RACES.contains(String.valueOf(sql.getSQLState()))));
    }

    static boolean has(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        return chain(failure).stream().anyMatch(kind::isInstance);
    }

    /** The failure and what caused it, outermost first. */
    static List<Throwable> chain(@Nullable Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (var cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
