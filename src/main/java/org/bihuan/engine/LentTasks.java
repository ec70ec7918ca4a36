package org.bihuan.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link LentWork} by the engine's own means: whose task it is stands in its owner, who may do it among its candidates. */
@Component
class LentTasks implements LentWork {
    private final LentRows rows;
    private final TaskService tasks;
    private final StandIns standIns;
    private final Acting acting;
    private final OwnHand ownHand;

    LentTasks(LentRows rows, TaskService tasks, StandIns standIns, Acting acting, OwnHand ownHand) {
        this.rows = rows;
        this.tasks = tasks;
        this.standIns = standIns;
        this.acting = acting;
        this.ownHand = ownHand;
    }

    /** Who may take a lent task: those who stand in, and the person himself, who may be back for an hour. */
    static Set<String> handsFor(PersonId owner, List<PersonId> workers) {
        var hands = new LinkedHashSet<String>();
        workers.forEach(worker -> hands.add(worker.value()));
        hands.add(owner.value());
        return hands;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> outOfLine(int atMost) {
        var workers = standIns.workers();
        var keys = new TreeSet<String>();
        rows.heldBy(workers.keySet()).stream()
                .filter(task -> !isInLine(task, workers))
                .forEach(task -> keys.add(task.businessKey()));
        return keys.stream().limit(atMost).toList();
    }

    @Override
    @Transactional
    public void align(String businessKey) {
        var workers = standIns.workers();
        var wrong = rows.of(businessKey).stream()
                .filter(task -> !isInLine(task, workers))
                .toList();
        if (!wrong.isEmpty()) {
            acting.asNobody(() -> wrong.forEach(task -> align(task, workers)));
        }
    }

    /** Whoever it was lent to loses it, and it is nobody's but its next assignee's. */
    void takeBack(String taskId) {
        rows.task(taskId).filter(task -> task.owner() != null).ifPresent(task -> {
            task.hands().forEach(hand -> withdraw(task, hand));
            var lent = tasks.createTaskQuery().taskId(taskId).singleResult();
            lent.setOwner(null); // the engine's own call for it takes no null
            tasks.saveTask(lent);
        });
    }

    /** Takes a former assignee's rights on a task away. */
    void withdrawRights(String taskId, PersonId person) {
        rows.withdrawRights(taskId, person.value());
    }

    private static boolean isInLine(LentRows.Held task, Map<PersonId, List<PersonId>> workers) {
        var owner = task.owner();
        if (owner == null) {
            return task.assignee() == null || !workers.containsKey(task.assignee());
        }
        var standing = workers.get(owner);
        if (standing == null) {
            return task.assignee() != null && !task.assignee().equals(owner);
        }
        return task.assignee() != null || task.hands().equals(handsFor(owner, standing));
    }

    private void align(LentRows.Held task, Map<PersonId, List<PersonId>> workers) {
        var owner = task.owner();
        if (owner == null) {
            lend(task, holder(task.assignee()), workers);
        } else if (workers.containsKey(owner)) {
            lend(task, owner, workers);
        } else {
            takeBack(task.id());
            ownHand.during(
                    new OwnHand.Assignment(task.id(), owner.value()),
                    () -> tasks.setAssignee(task.id(), owner.value()));
        }
    }

    private void lend(LentRows.Held task, PersonId owner, Map<PersonId, List<PersonId>> workers) {
        var wanted = handsFor(owner, workers.getOrDefault(owner, List.of()));
        task.hands().stream().filter(hand -> !wanted.contains(hand)).forEach(hand -> withdraw(task, hand));
        tasks.setOwner(task.id(), owner.value());
        wanted.stream()
                .filter(hand -> !task.hands().contains(hand))
                .forEach(hand -> tasks.addCandidateUser(task.id(), hand));
        if (task.assignee() != null) {
            ownHand.during(new OwnHand.Lending(task.id()), () -> tasks.setAssignee(task.id(), null));
        }
    }

    private void withdraw(LentRows.Held task, String hand) {
        tasks.deleteCandidateUser(task.id(), hand);
        if (task.owner() == null || !hand.equals(task.owner().value())) {
            rows.withdrawRights(task.id(), hand);
        }
    }

    private static PersonId holder(@Nullable PersonId assignee) {
        if (assignee == null) {
            throw new IllegalStateException("a task without owner and assignee lies with nobody");
        }
        return assignee;
    }
}
