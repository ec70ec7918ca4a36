package org.bihuan.rectification.application;

import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.RegistrationKeys;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where programs and our own pages register: the ledger entry and its process begin in one transaction, once per key. */
@Service
public class RegistrationDesk {
    private final RegisterHazard registerHazard;
    private final HazardLedger ledger;
    private final Cases cases;
    private final RegistrationKeys keys;
    private final CountyTime time;

    RegistrationDesk(
            RegisterHazard registerHazard, HazardLedger ledger, Cases cases, RegistrationKeys keys, CountyTime time) {
        this.registerHazard = registerHazard;
        this.ledger = ledger;
        this.cases = cases;
        this.keys = keys;
        this.time = time;
    }

    /**
     * @param key the caller's idempotency key, if any
     * @param body a name for what the caller sent under it, its hash
     * @throws org.bihuan.shared.Conflict {@code KEY_USED_FOR_ANOTHER}
     */
    @Transactional
    public Hazard register(NewHazard wish, @Nullable String key, String body, Person by) {
        if (key != null) {
            var before = keys.take(by.id(), key, body, time.now());
            if (before.isPresent()) {
                return ledger.get(before.get());
            }
        }
        var start = registerHazard.perform(wish, by);
        cases.start(HazardRectificationModel.KEY, start);
        var number = HazardNumber.of(start.businessKey());
        if (key != null) {
            keys.gave(by.id(), key, number);
        }
        return ledger.get(number);
    }
}
