package org.bihuan.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bihuan.organisation.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may what in the engine beyond the own tasks: grants to roles and nothing else, brought into line at every start. Nobody
 * may create filters or deployments, change variables, move jobs or end cases: such a grant is simply not made, and one made
 * by hand is taken away again.
 */
@Component
class Grants {
    /** Kinds of things whose grants are ours alone; tasks, users and groups carry those that the engine makes itself. */
    private static final Set<Resources> OURS = EnumSet.of(
            Resources.APPLICATION,
            Resources.AUTHORIZATION,
            Resources.FILTER,
            Resources.PROCESS_DEFINITION,
            Resources.PROCESS_INSTANCE,
            Resources.DEPLOYMENT,
            Resources.DECISION_DEFINITION,
            Resources.DECISION_REQUIREMENTS_DEFINITION,
            Resources.BATCH,
            Resources.SYSTEM,
            Resources.OPERATION_LOG_CATEGORY);

    /** Who sees every case of the county (domain 7.1); only reading. */
    private static final Set<Role> SUPERVISORS = EnumSet.of(Role.COMMITTEE_OFFICE, Role.COUNTY_LEADER, Role.AUDITOR);

    /** Who may register a hazard (T1) and so begin a case from a start form. */
    private static final Set<Role> REGISTRANTS = EnumSet.of(
            Role.INSPECTOR, Role.UNIT_LEADER, Role.COMMITTEE_OFFICE, Role.ENTERPRISE_SAFETY, Role.COMPLAINT_CLERK);

    private final AuthorizationService authorizations;
    private final IdentityRows rows;
    private final ObjectProvider<StartForm> startForms;

    Grants(AuthorizationService authorizations, IdentityRows rows, ObjectProvider<StartForm> startForms) {
        this.authorizations = authorizations;
        this.rows = rows;
        this.startForms = startForms;
    }

    private record Place(String group, Resources resource, String id) {}

    /** @param filters ids of the stored filters and the groups that may use them */
    void bringIntoLine(Map<String, Set<String>> filters) {
        Map<Place, Set<Permission>> wanted = wanted();
        filters.forEach((filter, groups) -> groups.forEach(
                group -> wanted.put(new Place(group, Resources.FILTER, filter), Set.of(Permissions.READ))));
        for (var present :
                rows.grants(OURS.stream().map(Resources::resourceType).toList())) {
            var permissions = wanted.remove(new Place(present.holder(), resourceOf(present), present.resourceId()));
            if (permissions == null) {
                authorizations.deleteAuthorization(present.id());
            } else if (valueOf(permissions) != present.permissions()) {
                var grant = authorizations
                        .createAuthorizationQuery()
                        .authorizationId(present.id())
                        .singleResult();
                grant.setPermissions(permissions.toArray(Permission[]::new));
                authorizations.saveAuthorization(grant);
            }
        }
        wanted.forEach(this::create);
    }

    private Map<Place, Set<Permission>> wanted() {
        Map<Place, Set<Permission>> wanted = new HashMap<>();
        for (var role : Role.values()) {
            wanted.put(new Place(role.group(), Resources.APPLICATION, "tasklist"), Set.of(Permissions.ACCESS));
        }
        for (var role : SUPERVISORS) {
            wanted.put(new Place(role.group(), Resources.APPLICATION, "cockpit"), Set.of(Permissions.ACCESS));
            wanted.put(
                    new Place(role.group(), Resources.PROCESS_DEFINITION, ANY),
                    Set.of(
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_HISTORY,
                            ProcessDefinitionPermissions.READ_TASK));
            wanted.put(new Place(role.group(), Resources.DECISION_DEFINITION, ANY), Set.of(Permissions.READ));
        }
        administrator(wanted);
        startForms.forEach(form -> REGISTRANTS.forEach(role -> registrant(role.group(), form.process(), wanted)));
        return wanted;
    }

    /** Technical state only, no case (domain 7.1): which definitions run, and who is in the mirror. */
    private static void administrator(Map<Place, Set<Permission>> wanted) {
        var admin = Role.ADMIN.group();
        wanted.put(new Place(admin, Resources.APPLICATION, "cockpit"), Set.of(Permissions.ACCESS));
        wanted.put(new Place(admin, Resources.APPLICATION, "admin"), Set.of(Permissions.ACCESS));
        wanted.put(new Place(admin, Resources.PROCESS_DEFINITION, ANY), Set.of(ProcessDefinitionPermissions.READ));
        wanted.put(new Place(admin, Resources.DECISION_DEFINITION, ANY), Set.of(Permissions.READ));
        wanted.put(new Place(admin, Resources.AUTHORIZATION, ANY), Set.of(Permissions.READ));
    }

    private static void registrant(String group, String process, Map<Place, Set<Permission>> wanted) {
        wanted.put(
                new Place(group, Resources.PROCESS_DEFINITION, process),
                Set.of(ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE));
        wanted.put(new Place(group, Resources.PROCESS_INSTANCE, ANY), Set.of(Permissions.CREATE));
    }

    private void create(Place place, Set<Permission> permissions) {
        var grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(place.group());
        grant.setResource(place.resource());
        grant.setResourceId(place.id());
        grant.setPermissions(permissions.toArray(Permission[]::new));
        authorizations.saveAuthorization(grant);
    }

    private static Resources resourceOf(IdentityRows.Grant present) {
        return OURS.stream()
                .filter(resource -> resource.resourceType() == present.resourceType())
                .findFirst()
                .orElseThrow();
    }

    private static int valueOf(Set<Permission> permissions) {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
    }
}
