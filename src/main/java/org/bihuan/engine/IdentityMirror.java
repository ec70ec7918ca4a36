package org.bihuan.engine;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PeopleChanged;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.StandIns;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Users, groups and memberships in the engine follow the organisation, in the transaction that changes it and at every start.
 * Only differences are written; passwords of the engine are random and thrown away, because nobody logs in with them.
 *
 * <p>Group {@code camunda-admin} holds one technical account that belongs to no person: without a direct member Camunda
 * 7.24.0 lets anybody make himself administrator (CVE-2026-77226).
 */
@Component
class IdentityMirror {
    static final String ADMIN_GROUP = "camunda-admin";
    static final String TECHNICAL_ACCOUNT = "bihuan-technical";

    private final Organisation organisation;
    private final StandIns standIns;
    private final GroupsOfTheCounty groups;
    private final IdentityRows rows;
    private final IdentityService identity;
    private final CommandExecutor commands;
    private final Acting acting;
    private final OwnHand ownHand;
    private final SecureRandom random = new SecureRandom();

    IdentityMirror(
            Organisation organisation,
            StandIns standIns,
            GroupsOfTheCounty groups,
            IdentityRows rows,
            IdentityService identity,
            CommandExecutor commands,
            Acting acting,
            OwnHand ownHand) {
        this.organisation = organisation;
        this.standIns = standIns;
        this.groups = groups;
        this.rows = rows;
        this.identity = identity;
        this.commands = commands;
        this.acting = acting;
        this.ownHand = ownHand;
    }

    @EventListener
    @Transactional
    void on(PeopleChanged change) {
        follow();
    }

    /** Brings the mirror into line; joins the caller's transaction. */
    @Transactional
    void follow() {
        rows.takeTurns();
        var people = organisation.people().stream()
                .filter(Person::active)
                .map(standIns::acting) // who stands in for a leader is in the leaders' group as long
                .collect(Collectors.toMap(person -> person.id().value(), person -> person));
        // One command, so that the engine writes everything in batches at its end.
        acting.asNobody(() -> ownHand.during(
                OwnHand.MIRRORING,
                () -> commands.execute(context -> {
                    followGroups();
                    followUsers(people);
                    followMemberships(people);
                    return null;
                })));
    }

    private void followGroups() {
        var wanted = new HashMap<>(groups.all());
        wanted.put(ADMIN_GROUP, ADMIN_GROUP);
        for (var present : rows.groups()) {
            var name = wanted.remove(present.id());
            if (name == null) {
                identity.deleteGroup(present.id());
            } else if (!name.equals(present.name())) {
                var group = identity.createGroupQuery().groupId(present.id()).singleResult();
                group.setName(name);
                identity.saveGroup(group);
            }
        }
        wanted.forEach((id, name) -> {
            var group = identity.newGroup(id);
            group.setName(name);
            identity.saveGroup(group);
        });
    }

    private void followUsers(Map<String, Person> people) {
        var missing = new HashMap<>(people);
        var technicalMissing = true;
        for (var present : rows.users()) {
            if (present.id().equals(TECHNICAL_ACCOUNT)) {
                technicalMissing = false;
                continue;
            }
            var person = missing.remove(present.id());
            if (person == null) {
                identity.deleteUser(present.id());
            } else if (!person.name().equals(present.name()) || !Objects.equals(person.email(), present.email())) {
                var user = identity.createUserQuery().userId(present.id()).singleResult();
                user.setFirstName(person.name());
                user.setEmail(person.email());
                identity.saveUser(user);
            }
        }
        missing.values().forEach(person -> newUser(person.id().value(), person.name(), person.email()));
        if (technicalMissing) {
            newUser(TECHNICAL_ACCOUNT, TECHNICAL_ACCOUNT, null);
        }
    }

    private void newUser(String id, String name, @Nullable String email) {
        var user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName(""); // the web applications show both parts, and null as a word
        user.setEmail(email);
        user.setPassword(unusable());
        identity.saveUser(user);
    }

    private void followMemberships(Map<String, Person> people) {
        Set<IdentityRows.Membership> wanted = new HashSet<>();
        people.forEach(
                (id, person) -> groups.of(person).forEach(group -> wanted.add(new IdentityRows.Membership(id, group))));
        wanted.add(new IdentityRows.Membership(TECHNICAL_ACCOUNT, ADMIN_GROUP));
        for (var present : rows.memberships()) {
            if (!wanted.remove(present) && people.containsKey(present.user())) { // with a user go his memberships
                identity.deleteMembership(present.user(), present.group());
            }
        }
        wanted.forEach(missing -> identity.createMembership(missing.user(), missing.group()));
    }

    private String unusable() {
        var secret = new byte[48];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
