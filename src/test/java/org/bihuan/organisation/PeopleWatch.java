package org.bihuan.organisation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands where the engine's mirror stands: hears of a change within its transaction and looks at the people. */
class PeopleWatch {
    private final Organisation organisation;
    private final List<Integer> seen = new ArrayList<>();

    PeopleWatch(Organisation organisation) {
        this.organisation = organisation;
    }

    @EventListener
    void on(PeopleChanged event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("announced outside the changing transaction");
        }
        seen.add(organisation.people().size());
    }

    List<Integer> seen() {
        return seen;
    }
}
