package org.bihuan.engine;

import org.bihuan.shared.NotAllowed;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The engine's identity tables, written by {@link IdentityMirror} alone. So nobody becomes an administrator through Camunda's
 * interfaces, whatever hole they have, and the one member of its administrators' group cannot be removed.
 */
class MirroredIdentities extends DbIdentityServiceProvider {
    private final OwnHand ownHand;

    MirroredIdentities(OwnHand ownHand) {
        this.ownHand = ownHand;
    }

    static SessionFactory by(OwnHand ownHand) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return MirroredIdentities.class;
            }

            @Override
            public Session openSession() {
                return new MirroredIdentities(ownHand);
            }
        };
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        onlyByTheMirror();
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        onlyByTheMirror();
        return super.deleteUser(user);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        onlyByTheMirror();
        return super.saveGroup(group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        onlyByTheMirror();
        return super.deleteGroup(group);
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        onlyByTheMirror();
        return super.createMembership(user, group);
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        onlyByTheMirror();
        return super.deleteMembership(user, group);
    }

    @Override
    public IdentityOperationResult saveTenant(Tenant tenant) {
        throw new NotAllowed("IDENTITIES_ARE_A_MIRROR"); // one county, no tenants
    }

    private void onlyByTheMirror() {
        if (!ownHand.isAt(OwnHand.MIRRORING)) {
            throw new NotAllowed("IDENTITIES_ARE_A_MIRROR");
        }
    }
}
