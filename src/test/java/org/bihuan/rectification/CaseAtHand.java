package org.bihuan.rectification;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bihuan.County;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.Conflict;

/**
 * One case and who has to do with it at this moment; where several may be meant, chance decides.
 *
 * @param slip a signed paper of the case
 */
record CaseAtHand(County county, HazardNumber number, EvidenceItem slip, Random chance) {
    private static final Map<String, String> ONE_OF_THE_GROUP = Map.of(
            "yaodu", "inspector-yaodu",
            "yaodu-leader", "head-yaodu",
            "emb-chem", "inspector-emb-chem",
            "emb-chem-leader", "head-emb-chem",
            "committee-office", "office2",
            "county-leader", "leader1");

    /** One of those whom the open task is offered to, else who has it. */
    County.Actor whoHas(String task) {
        var groups = county.openTasks(number).stream()
                .filter(open -> open.startsWith(task + " "))
                .map(open -> open.substring(task.length() + 1))
                .toList();
        return groups.isEmpty() ? responsible() : inGroup(groups.get(chance.nextInt(groups.size())));
    }

    /** The safety officer, until the principal takes the case over. */
    private County.Actor responsible() {
        var user = county.hazard(number).responsibility().responsibleUser();
        return user == null ? safetyOfficer() : county.person(user.value());
    }

    County.Actor safetyOfficer() {
        return county.person(ofTheFirstEnterprise() ? "safety-010" : "safety-011");
    }

    County.Actor theOtherSafetyOfficer() {
        return county.person(ofTheFirstEnterprise() ? "safety-011" : "safety-010");
    }

    County.Actor principal() {
        return county.person(ofTheFirstEnterprise() ? "principal-010" : "principal-011");
    }

    County.Actor inspector() {
        return inGroup(unit());
    }

    County.Actor leader() {
        return inGroup(unit() + "-leader");
    }

    County.Actor committeeOffice() {
        return county.person("office1");
    }

    County.Actor whoReopens() {
        return county.hazard(number).isMajor() ? committeeOffice() : leader();
    }

    String theOtherUnit() {
        return unit().equals("yaodu") ? "emb-chem" : "yaodu";
    }

    String someDayFromTomorrow() {
        return county.today().plusDays(1 + chance.nextInt(14)).toString();
    }

    String someDayAfterTheDueDay() {
        var due = county.hazard(number).dueDates().dueOn();
        return (due == null ? county.today() : due)
                .plusDays(1 + chance.nextInt(16))
                .toString();
    }

    <T> T anyOf(T[] choices) {
        return choices[chance.nextInt(choices.length)];
    }

    void timerFires() {
        if (!county.hazard(number).status().isOpen()) {
            throw new Conflict("TASK_GONE"); // an ended case has no timer left
        }
        county.timerFires(number);
    }

    private boolean ofTheFirstEnterprise() {
        return county.person("safety-010")
                .person()
                .worksFor(Objects.requireNonNull(
                        county.hazard(number).responsibility().enterprise()));
    }

    private String unit() {
        return Objects.requireNonNull(county.hazard(number).responsibility().supervisingUnit())
                .value();
    }

    private County.Actor inGroup(String group) {
        return group.startsWith("ent-")
                ? safetyOfficer()
                : county.person(Objects.requireNonNull(ONE_OF_THE_GROUP.get(group), group));
    }
}
