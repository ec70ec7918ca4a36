package org.bihuan.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The organisation in memory. A transaction that changes it sees its own change at once; everybody on this node from its
 * commit on; the other nodes when they next look at the version.
 */
@Component
class RememberedOrganisation implements Organisation {
    private final OrganisationReader reader;
    private volatile OrganisationSnapshot present;

    RememberedOrganisation(OrganisationReader reader) {
        this.reader = reader;
        present = reader.committed();
    }

    /** Reads again if another node has changed master data. */
    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        if (reader.version() != present.version()) {
            remember(reader.committed());
        }
    }

    /** To be called in the changing transaction, after its last change. */
    void changedHere() {
        var changed = reader.seenByThisTransaction();
        if (TransactionSynchronizationManager.getResource(this) instanceof OwnChange earlier) {
            earlier.changed = changed;
        } else {
            var own = new OwnChange(changed);
            TransactionSynchronizationManager.registerSynchronization(own);
            own.resume();
        }
    }

    List<Substitution> substitutions() {
        return snapshot().substitutions();
    }

    private OrganisationSnapshot snapshot() {
        return TransactionSynchronizationManager.getResource(this) instanceof OwnChange own ? own.changed : present;
    }

    /** A slow reader must not bring an older state back. */
    private synchronized void remember(OrganisationSnapshot fresh) {
        if (fresh.version() > present.version()) {
            present = fresh;
        }
    }

    /** What one transaction has changed: its own while it runs, everybody's once it has committed. */
    private final class OwnChange implements TransactionSynchronization {
        private OrganisationSnapshot changed;

        OwnChange(OrganisationSnapshot changed) {
            this.changed = changed;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RememberedOrganisation.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RememberedOrganisation.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
            if (status == STATUS_COMMITTED) {
                remember(changed);
            }
        }
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return snapshot().person(id);
    }

    @Override
    public Optional<Unit> unit(UnitCode code) {
        return snapshot().unit(code);
    }

    @Override
    public Optional<Enterprise> enterprise(CreditCode code) {
        return snapshot().enterprise(code);
    }

    @Override
    public Optional<Enterprise> enterpriseNamed(String name) {
        return snapshot().enterpriseNamed(name);
    }

    @Override
    public List<Enterprise> enterprisesMatching(String text, int atMost) {
        return snapshot().enterprisesMatching(text, atMost);
    }

    @Override
    public Optional<Region> region(String code) {
        return snapshot().region(code);
    }

    @Override
    public Optional<Industry> industry(String code) {
        return snapshot().industry(code);
    }

    @Override
    public Region county() {
        return snapshot().county();
    }

    @Override
    public List<Region> regions() {
        return snapshot().regions();
    }

    @Override
    public List<Unit> units() {
        return snapshot().units();
    }

    @Override
    public List<Industry> industries() {
        return snapshot().industries();
    }

    @Override
    public List<Enterprise> enterprises() {
        return snapshot().enterprises();
    }

    @Override
    public List<Person> people() {
        return snapshot().people();
    }

    @Override
    public Map<String, UnitCode> unitAliases() {
        return snapshot().unitAliases();
    }

    @Override
    public List<Person> peopleOf(UnitCode unit, Set<Role> roles) {
        return snapshot().peopleOf(unit, roles);
    }

    @Override
    public List<Person> peopleOf(CreditCode enterprise) {
        return snapshot().peopleOf(enterprise);
    }

    @Override
    public List<Person> holdersOf(Role role) {
        return snapshot().holdersOf(role);
    }

    @Override
    public Optional<Unit> officeOf(String region) {
        return snapshot().officeOf(region);
    }

    @Override
    public boolean isCompetent(Unit unit, @Nullable String industry, String region) {
        return snapshot().isCompetent(unit, industry, region);
    }
}
