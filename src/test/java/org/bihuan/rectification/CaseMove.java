package org.bihuan.rectification;

import static org.bihuan.hazard.Status.ASSIGNED;
import static org.bihuan.hazard.Status.CLOSED;
import static org.bihuan.hazard.Status.RECTIFYING;
import static org.bihuan.hazard.Status.REGISTERED;
import static org.bihuan.hazard.Status.SUBMITTED;
import static org.bihuan.hazard.Status.VOIDED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Status;

/** What somebody, or the case's own timer, may do to a case, and where it leads by the table of transitions (4.3). */
@SuppressWarnings("ImmutableEnumChecker") // maps and lambdas made here, changed by nobody
enum CaseMove {
    REVIEW(from(REGISTERED, ASSIGNED), of -> of.whoHas("review").reviews(of.number(), "ACCEPT", Map.of())),
    REJECT(from(REGISTERED, VOIDED), of -> of.leader().reviews(of.number(), "REJECT", Map.of("reason", "不属于事故隐患"))),
    ACCEPT(from(ASSIGNED, RECTIFYING), of -> of.whoHas("accept").accepts(of.number())),
    DECLINE(from(ASSIGNED, REGISTERED), of -> of.whoHas("accept").declines(of.number(), "不是本单位场所")),
    SERVE_ON_PAPER(from(ASSIGNED, RECTIFYING), of -> of.inspector().servesOnPaper(of.number(), of.slip())),
    PHOTOGRAPH(staysIn(RECTIFYING), of -> of.safetyOfficer().photographs(of.number(), Stage.AFTER)),
    REPORT(from(RECTIFYING, SUBMITTED), of -> of.whoHas("rectify").reportsCompletion(of.number())),
    WITHDRAW(from(SUBMITTED, RECTIFYING), of -> of.safetyOfficer().withdraws(of.number())),
    RETURN(from(SUBMITTED, RECTIFYING), of -> of.whoHas("verify").judges(of.number(), Verdict.UNQUALIFIED, "箱门未上锁")),
    QUALIFY(from(SUBMITTED, CLOSED), of -> of.whoHas("verify").judges(of.number(), Verdict.QUALIFIED, "现场核实")),
    ASK_FOR_MORE_TIME(
            staysIn(ASSIGNED, RECTIFYING),
            of -> of.safetyOfficer().asksForMoreTime(of.number(), of.someDayAfterTheDueDay())),
    GRANT_MORE_TIME(
            staysIn(ASSIGNED, RECTIFYING), of -> of.whoHas("decide-extension").grants(of.number(), "")),
    REFUSE_MORE_TIME(
            staysIn(ASSIGNED, RECTIFYING), of -> of.whoHas("decide-extension").refusesMoreTime(of.number())),
    ANSWER_FOR_A_DELAY(
            staysIn(ASSIGNED, RECTIFYING), of -> of.whoHas("supervise").answers(of.number(), "INSTRUCTION", null)),
    ANSWER_AND_WAIT(
            staysIn(ASSIGNED, RECTIFYING),
            of -> of.whoHas("supervise").answers(of.number(), "INTERVIEW", of.someDayFromTomorrow())),
    PROPOSE_TO_VOID(
            staysIn(REGISTERED, ASSIGNED, RECTIFYING, SUBMITTED),
            of -> of.inspector().proposesToVoid(of.number())),
    VOID(
            Map.of(
                    REGISTERED,
                    Set.of(VOIDED),
                    ASSIGNED,
                    Set.of(VOIDED),
                    RECTIFYING,
                    Set.of(VOIDED),
                    SUBMITTED,
                    Set.of(VOIDED)),
            of -> of.whoHas("decide-void").decidesOnVoid(of.number(), "GRANT")),
    REFUSE_TO_VOID(
            staysIn(REGISTERED, ASSIGNED, RECTIFYING, SUBMITTED),
            of -> of.whoHas("decide-void").decidesOnVoid(of.number(), "REFUSE")),
    PROPOSE_TO_REOPEN(
            staysIn(CLOSED), of -> of.inspector().proposesToReopen(of.number(), of.anyOf(ReopenReason.values()))),
    REOPEN(Map.of(CLOSED, Set.of(RECTIFYING, SUBMITTED)), of -> of.whoReopens().reopens(of.number(), null)),
    REFUSE_TO_REOPEN(staysIn(CLOSED), of -> of.whoReopens().refusesToReopen(of.number())),
    MOVE_TO_THE_OTHER_ENTERPRISE(
            Map.of(ASSIGNED, Set.of(ASSIGNED), RECTIFYING, Set.of(ASSIGNED)),
            of -> of.inspector().moves(of.number(), of.theOtherSafetyOfficer())),
    HAND_OVER_TO_THE_OTHER_UNIT(
            staysIn(REGISTERED, ASSIGNED, RECTIFYING, SUBMITTED),
            of -> of.committeeOffice().handsOver(of.number(), of.theOtherUnit())),
    TAKE_OVER_BY_THE_PRINCIPAL(
            staysIn(ASSIGNED, RECTIFYING), of -> of.principal().reassigns(of.number(), of.principal())),
    /** Too early, too late or twice: it looks at what is due. */
    TIMER(staysIn(REGISTERED, ASSIGNED, RECTIFYING, SUBMITTED), CaseAtHand::timerFires);

    private static final Set<CaseMove> ON_THE_WAY =
            EnumSet.of(REVIEW, ACCEPT, PHOTOGRAPH, REPORT, RETURN, QUALIFY, PROPOSE_TO_REOPEN, REOPEN);

    private final Map<Status, Set<Status>> transitions;
    private final Consumer<CaseAtHand> move;

    CaseMove(Map<Status, Set<Status>> transitions, Consumer<CaseAtHand> move) {
        this.transitions = transitions;
        this.move = move;
    }

    void perform(CaseAtHand of) {
        move.accept(of);
    }

    /** Statuses that the move may lead to; none where it must be refused. A photo may come at any time. */
    Set<Status> leadsFrom(Status status) {
        return this == PHOTOGRAPH ? Set.of(status) : transitions.getOrDefault(status, Set.of());
    }

    /** What people would do there: mostly what brings a case on its way, each as often in the list as it is likely. */
    static List<CaseMove> likelyIn(Status status) {
        return Arrays.stream(values())
                .filter(move -> move.transitions.containsKey(status))
                .flatMap(move -> Collections.nCopies(ON_THE_WAY.contains(move) ? 4 : 1, move).stream())
                .toList();
    }

    int roundsOpened() {
        return this == RETURN || this == REOPEN ? 1 : 0;
    }

    /** Whether an assignment begins or ends: the one thing that gives a case another original due day (4.5). */
    boolean assignsAnew() {
        return this == REVIEW || this == DECLINE || this == MOVE_TO_THE_OTHER_ENTERPRISE;
    }

    private static Map<Status, Set<Status>> from(Status before, Status after) {
        return Map.of(before, Set.of(after));
    }

    private static Map<Status, Set<Status>> staysIn(Status... statuses) {
        var staying = new EnumMap<Status, Set<Status>>(Status.class);
        for (var status : statuses) {
            staying.put(status, EnumSet.of(status));
        }
        return Collections.unmodifiableMap(staying);
    }
}
