package org.bihuan.masterdata;

import java.util.List;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.PresentMasterData;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.springframework.stereotype.Component;

/** Opens drafts of master data, and keeps what has become of them together with the log of who changed what. */
@Component
class DraftKeeper {
    private final PresentMasterData present;
    private final MasterData masterData;
    private final AwaitedReferences awaited;
    private final ChangeLog log;
    private final CountyTime time;

    DraftKeeper(
            PresentMasterData present,
            MasterData masterData,
            AwaitedReferences awaited,
            ChangeLog log,
            CountyTime time) {
        this.present = present;
        this.masterData = masterData;
        this.awaited = awaited;
        this.log = log;
        this.time = time;
    }

    /** For looking only. */
    Draft look() {
        return new Draft(present.look(), awaited.all());
    }

    /** For keeping: nobody else changes anything until the caller's transaction ends. */
    Draft hold() {
        var held = present.hold(); // before anything else is read
        return new Draft(held, awaited.all());
    }

    /** Nobody changes anything by what he was when he asked. */
    void checkStillAdministers(Draft draft, PersonId by) {
        if (draft.person(by)
                .filter(Person::active)
                .filter(person -> person.is(Role.ADMIN))
                .isEmpty()) {
            throw new NotAllowed("MASTER_DATA");
        }
    }

    void keep(Draft draft, List<Change> changes, PersonId by) {
        if (changes.isEmpty()) {
            return;
        }
        var kept = draft.changes();
        masterData.takeIn(
                kept.regions(), kept.units(), kept.unitAliases(), kept.industries(), kept.enterprises(), kept.people());
        awaited.replace(kept.awaitedBefore(), kept.awaited());
        log.add(changes, by, time.now());
    }
}
