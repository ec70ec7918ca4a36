package org.bihuan.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What our own code is about to do in the engine, in this thread. The listeners let pass what is announced here and judge
 * everything else as an outsider's wish. It is neither variable nor parameter, so nobody can send it.
 */
@Component
class OwnHand {
    private static final ThreadLocal<@Nullable Deed> ANNOUNCED = new ThreadLocal<>();

    /** A step that outsiders may not take, or only under conditions. */
    sealed interface Deed {}

    record Start(String businessKey) implements Deed {}

    record Assignment(String taskId, String person) implements Deed {}

    /** A task is taken from the one it lies with, so that others may do it. */
    record Lending(String taskId) implements Deed {}

    /** Bringing users and groups into line with the organisation: many steps under one announcement. */
    static final Deed MIRRORING = new Mirroring();

    private record Mirroring() implements Deed {}

    /** The deed follows at once, in this thread. */
    void announce(Deed deed) {
        ANNOUNCED.set(deed);
    }

    /** Does what is announced; the announcement ends with it, however it ends. */
    void during(Deed deed, Runnable step) {
        announce(deed);
        try {
            step.run();
        } finally {
            ANNOUNCED.remove();
        }
    }

    /** Whether this is announced and goes on. */
    boolean isAt(Deed deed) {
        return deed.equals(ANNOUNCED.get());
    }

    /** Whether exactly this was announced; an announcement is good for one deed. */
    boolean does(Deed deed) {
        if (!deed.equals(ANNOUNCED.get())) {
            return false;
        }
        ANNOUNCED.remove();
        return true;
    }
}
