package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.CountyTest;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CountyTest
class IdentityMirrorTests {
    @Autowired
    IdentityService identity;

    @Autowired
    IdentityMirror mirror;

    @Autowired
    IdentityRows rows;

    @Autowired
    Organisation organisation;

    @Autowired
    MasterData masterData;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyActivePersonIsThereInTheRightGroups() {
        assertThat(rows.users())
                .hasSize((int) organisation.people().stream()
                                .filter(Person::active)
                                .count()
                        + 1);
        assertThat(groupsOf("inspector-xiangyu")).containsExactlyInAnyOrder("inspector", "xiangyu");
        assertThat(groupsOf("head-office"))
                .containsExactlyInAnyOrder("committee-office", "unit-leader", "office", "office-leader");
        assertThat(groupsOf("leader1")).containsExactly("county-leader"); // in the office, but no officer of it
        assertThat(groupsOf("safety-001"))
                .hasSize(2)
                .contains("enterprise-safety")
                .anyMatch(group -> group.startsWith("ent-"));
        assertThat(groupsOf("bihuan-technical")).containsExactly("camunda-admin");
    }

    @Test
    void nobodyLogsInWithThePasswordsOfTheEngine() {
        assertThat(identity.checkPassword("bihuan-technical", "")).isFalse();
        assertThat(identity.checkPassword("inspector-xiangyu", "Bihuan-demo-2026"))
                .isFalse();
    }

    @Test
    void aPersonMayReadTheOwnEntryAndNotChangeIt() {
        assertThat(authorizations.isUserAuthorized(
                        "inspector-xiangyu", List.of(), Permissions.READ, Resources.USER, "inspector-xiangyu"))
                .isTrue();
        assertThat(authorizations.isUserAuthorized(
                        "inspector-xiangyu", List.of(), Permissions.UPDATE, Resources.USER, "inspector-xiangyu"))
                .isFalse();
        assertThat(authorizations.isUserAuthorized(
                        "inspector-xiangyu", List.of(), Permissions.DELETE, Resources.USER, "inspector-xiangyu"))
                .isFalse();
    }

    @Test
    void theMirrorFollowsInTheTransactionOfTheChange() {
        var id = "mirror-" + System.nanoTime();
        takeIn(id, "张三（示例）", "xiangyu", true, Role.INSPECTOR);
        assertThat(groupsOf(id)).containsExactlyInAnyOrder("inspector", "xiangyu");

        takeIn(id, "张三丰（示例）", "housing", true, Role.UNIT_LEADER, Role.INSPECTOR);
        assertThat(groupsOf(id)).containsExactlyInAnyOrder("inspector", "unit-leader", "housing", "housing-leader");
        assertThat(identity.createUserQuery().userId(id).singleResult().getFirstName())
                .isEqualTo("张三丰（示例）");

        takeIn(id, "张三丰（示例）", "housing", false, Role.INSPECTOR);
        assertThat(identity.createUserQuery().userId(id).count()).isZero();
        assertThat(groupsOf(id)).isEmpty();
    }

    @Test
    void aChangeThatIsRolledBackLeavesTheMirrorAlone() {
        var id = "mirror-" + System.nanoTime();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    takeIn(id, "李四（示例）", "xiangyu", true, Role.INSPECTOR);
                    assertThat(groupsOf(id)).isNotEmpty();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(identity.createUserQuery().userId(id).count()).isZero();
    }

    @Test
    void whatIsInLineIsNotWrittenAgain() {
        mirror.follow(); // days of standing in begin and end by themselves
        var before = rows.memberships();

        mirror.follow();

        assertThat(rows.memberships()).containsExactlyInAnyOrderElementsOf(before);
    }

    private void takeIn(String id, String name, String unit, boolean active, Role first, Role... others) {
        Set<Role> roles = EnumSet.of(first, others);
        masterData.takeIn(
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(new Person(PersonId.of(id), name, null, UnitCode.of(unit), null, roles, active)));
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
