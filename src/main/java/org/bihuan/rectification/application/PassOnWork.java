package org.bihuan.rectification.application;

import static java.util.Collections.disjoint;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.WorkInHand;
import org.bihuan.rectification.adapter.Extensions;
import org.bihuan.rectification.adapter.HeldWork;
import org.bihuan.rectification.adapter.HeldWork.HeldTask;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.domain.Proposal;
import org.bihuan.rectification.domain.SomebodyIsLeftForTheWork;
import org.bihuan.rectification.events.CaseReassigned;
import org.bihuan.shared.BusinessRule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link WorkInHand}: what somebody leaves behind passes on case by case, each with an entry in its log. */
@Component
class PassOnWork implements WorkInHand {
    private final HeldWork work;
    private final GroupsLeft groupsLeft;
    private final HazardLedger ledger;
    private final Organisation organisation;
    private final FourEyes fourEyes;
    private final Extensions extensions;
    private final Proposals proposals;
    private final Cases cases;
    private final ApplicationEventPublisher events;

    PassOnWork(
            HeldWork work,
            GroupsLeft groupsLeft,
            HazardLedger ledger,
            Organisation organisation,
            FourEyes fourEyes,
            Extensions extensions,
            Proposals proposals,
            Cases cases,
            ApplicationEventPublisher events) {
        this.work = work;
        this.groupsLeft = groupsLeft;
        this.ledger = ledger;
        this.organisation = organisation;
        this.fourEyes = fourEyes;
        this.extensions = extensions;
        this.proposals = proposals;
        this.cases = cases;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Open of(Person person) {
        var responsible = new TreeSet<>(work.openCasesOf(person.id()));
        var tasks = new TreeMap<String, Integer>();
        work.tasksOf(person.id()).stream()
                .filter(task -> !(isOfTheResponsible(task) && responsible.contains(task.hazard())))
                .forEach(task -> tasks.merge(task.key(), 1, Integer::sum));
        return new Open(responsible.size(), tasks, withoutOthers(person, responsible.size()));
    }

    private Map<String, Integer> withoutOthers(Person person, int responsible) {
        var left = new TreeMap<String, Integer>();
        for (var group : groupsLeft.by(person)) {
            var open = work.offeredTo(group) + (groupsLeft.isOfAnEnterprise(group) ? responsible : 0);
            if (open > 0) {
                left.put(group, open);
            }
        }
        return left;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Person from) {
        BusinessRule.check(new SomebodyIsLeftForTheWork(of(from).withoutOthers()));
        casesOf(from).forEach(number -> ledger.lock(HazardNumber.of(number)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(Person from, @Nullable Person successor, boolean leaves, Person by) {
        var tasks = work.tasksOf(from.id());
        for (var number : casesOf(from)) {
            var hazard = ledger.lock(HazardNumber.of(number));
            if (from.id().equals(hazard.responsibility().responsibleUser())) {
                hazard = passResponsibility(hazard, from, successor, leaves, by);
            }
            for (var task : tasks) {
                if (task.hazard().equals(number) && work.liesWith(task.id(), from.id())) {
                    hazard = passTask(hazard, task, from, successor, leaves, by);
                }
            }
        }
    }

    private SortedSet<String> casesOf(Person person) {
        var numbers = new TreeSet<>(work.openCasesOf(person.id()));
        work.tasksOf(person.id()).forEach(task -> numbers.add(task.hazard()));
        return numbers;
    }

    private Hazard passResponsibility(
            Hazard hazard, Person from, @Nullable Person successor, boolean leaves, Person by) {
        var heir = heir(hazard, from, successor).map(Person::id).orElse(null);
        var saved = ledger.save(hazard.with(hazard.responsibility().givenTo(heir)), entry(from, heir, leaves, by));
        var number = saved.number().value();
        if (ReassignPerson.liesWithTheResponsible(saved)) {
            cases.openTask(number)
                    .filter(task -> from.id().equals(task.holder()))
                    .ifPresent(task -> {
                        if (heir == null) {
                            cases.enterAnew(number, task.key());
                        } else {
                            cases.reassign(number, heir);
                        }
                    });
        }
        tell(saved, from, heir, leaves);
        return saved;
    }

    /** The successor, else whoever else of the enterprise does that work. */
    private Optional<Person> heir(Hazard hazard, Person from, @Nullable Person successor) {
        if (successor != null && Responsibles.isOfThem(successor, hazard.responsibility())) {
            return Optional.of(successor);
        }
        var enterprise = hazard.responsibility().enterprise();
        return enterprise == null
                ? Optional.empty()
                : organisation.peopleOf(enterprise).stream()
                        .filter(person -> person.is(Role.ENTERPRISE_SAFETY))
                        .filter(person -> !person.id().equals(from.id()))
                        .findFirst();
    }

    private Hazard passTask(
            Hazard hazard, HeldTask task, Person from, @Nullable Person successor, boolean leaves, Person by) {
        var heir = successor != null && mayTake(successor, hazard, task) ? successor.id() : null;
        var saved = ledger.save(hazard, entry(from, heir, leaves, by));
        if (heir != null) {
            cases.giveTask(task.id(), from.id(), heir);
        } else if (task.key().equals(Step.REVIEW.key()) || task.key().equals(Step.VERIFY.key())) {
            cases.enterAnew(task.hazard(), task.key()); // offered by the rules as they are without him
        } else if (task.group() != null) {
            cases.putBack(task.id(), from.id());
        } else {
            cases.openTaskAnew(task.id());
        }
        tell(saved, from, heir, leaves);
        return saved;
    }

    /** Whether the task is offered to him too, and no rule of separation bars him (S1-S3, S5, S7, S9). */
    private boolean mayTake(Person person, Hazard hazard, HeldTask task) {
        var group = task.group();
        if (group == null || !isOneOf(person, group)) {
            return false;
        }
        var as = fourEyes.of(person);
        var key = task.key();
        if (key.equals(Step.VERIFY.key())) {
            return fourEyes.mayJudgeNow(hazard, person);
        }
        if (key.equals(Step.DECIDE_EXTENSION.key())) {
            return extensions
                    .pending(hazard.number())
                    .filter(request -> !disjoint(as, fourEyes.then(request.askedBy(), request.askedOn())))
                    .isEmpty();
        }
        if (key.equals(Step.DECIDE_VOID.key())) {
            return proposals
                    .pending(hazard.number(), Proposal.Kind.VOID)
                    .filter(proposal -> !disjoint(as, fourEyes.then(proposal.proposedBy(), proposal.proposedOn())))
                    .isEmpty();
        }
        return true;
    }

    private static boolean isOneOf(Person person, String group) {
        var unit = person.unit();
        return Deciders.isOneOf(person, group)
                || (unit != null && unit.group().equals(group) && person.isOfficerOf(unit));
    }

    private static boolean isOfTheResponsible(HeldTask task) {
        return task.key().equals(Step.ACCEPT.key()) || task.key().equals(Step.RECTIFY.key());
    }

    private void tell(Hazard saved, Person from, @Nullable PersonId heir, boolean leaves) {
        if (heir != null) {
            events.publishEvent(
                    new CaseReassigned(saved.number().value(), saved.log().seq(), leaves ? null : from.id(), heir));
        }
    }

    private static LogEntry entry(Person from, @Nullable PersonId heir, boolean leaves, Person by) {
        return LogEntry.of(EntryKind.REASSIGNED, by.id())
                .with("from", from.id())
                .with("to", heir)
                .with("cause", leaves ? "LEFT" : "MOVED");
    }
}
