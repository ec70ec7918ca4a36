package org.bihuan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.BusinessRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the process of these tests does: its forms, its timer, and a memory of what they were told. */
final class Proof {
    static final String PROCESS = "engine-proof";
    static final String UNIT = "xiangyu";
    static final Instant TIMER = Instant.parse("2031-05-06T01:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Proof() {}

    enum Entry {
        FIRST,
        SECOND
    }

    enum Outcome {
        GO,
        AGAIN
    }

    /** Named as a rule of the house, so that its words are there. */
    record RoundHasNewProof(boolean isBroken) implements BusinessRule {
        @Override
        public List<Object> arguments() {
            return List.of(42, "照片");
        }
    }

    static String freshKey() {
        return "PROOF-" + COUNT.incrementAndGet();
    }

    /** What the forms heard, by business key. */
    @Component
    static class Memory {
        final Map<String, List<String>> heard = new ConcurrentHashMap<>();

        void hear(String businessKey, String what) {
            heard.computeIfAbsent(businessKey, key -> new ArrayList<>()).add(what);
        }

        List<String> of(String businessKey) {
            return heard.getOrDefault(businessKey, List.of());
        }
    }

    @Component
    static class FirstForm implements TaskForm {
        private final Memory memory;

        FirstForm(Memory memory) {
            this.memory = memory;
        }

        @Override
        public String task() {
            return "proof-first";
        }

        @Override
        public void opened(OpenedTask task) {
            task.nameAfter("短文字");
            task.offerTo(UNIT);
            task.dates(Instant.parse("2031-05-01T15:59:59Z"), Instant.parse("2031-04-28T16:00:00Z"), 60);
            task.show("grade", "一般");
            task.show("enterprise", "香隅化工");
        }

        @Override
        public void claimed(String businessKey, Person by) {
            memory.hear(businessKey, "claimed by " + by.id());
        }

        @Override
        public void submitted(Submission form) {
            var fields = form.fields();
            var outcome = fields.requiredChoice("decision", Outcome.class);
            var grade = fields.text("grade", 20).orElse("none");
            var on = fields.day("completedOn");
            var funds = fields.wholeNumber("fundsYuan");
            fields.check();
            BusinessRule.check(new RoundHasNewProof(grade.equals("refuse")));
            memory.hear(
                    form.businessKey(),
                    "submitted by " + form.by().id() + " grade " + grade
                            + on.map(day -> " on " + day).orElse("")
                            + funds.map(yuan -> " for " + yuan).orElse(""));
            form.tell("proofOutcome", outcome);
        }
    }

    @Component
    static class SecondForm implements TaskForm {
        private final Memory memory;

        SecondForm(Memory memory) {
            this.memory = memory;
        }

        @Override
        public String task() {
            return "proof-second";
        }

        @Override
        public void opened(OpenedTask task) {
            task.assignTo(PersonId.of("safety-001"));
        }

        @Override
        public void submitted(Submission form) {
            memory.hear(form.businessKey(), "second by " + form.by().id());
        }
    }

    @Component
    static class SideForm implements TaskForm {
        @Override
        public String task() {
            return "proof-side";
        }

        @Override
        public void opened(OpenedTask task) {
            task.offerTo("committee-office");
        }

        @Override
        public void submitted(Submission form) {}
    }

    @Component
    static class ProofStartForm implements StartForm {
        @Override
        public String process() {
            return PROCESS;
        }

        @Override
        public CaseStart submitted(Submission form) {
            var number = form.fields().requiredText("number", 40);
            form.fields().check();
            return new CaseStart(number, Entry.FIRST);
        }
    }

    /** The timer's date; public, because the engine calls it by expression. */
    @Component("proofTimer")
    public static class Timer {
        public Date nextDate() {
            return Date.from(TIMER);
        }
    }

    @Component("proofWatch")
    static class Watch implements JavaDelegate {
        private final Memory memory;

        Watch(Memory memory) {
            this.memory = memory;
        }

        @Override
        public void execute(DelegateExecution step) {
            memory.hear(step.getProcessBusinessKey(), "watched");
        }
    }

    /** Springs when an expression of somebody else is evaluated. */
    @Component("proofTrap")
    public static class Trap {
        static final String EXPRESSION = "${proofTrap.spring()}";
        private static final AtomicInteger SPRUNG = new AtomicInteger();

        public String spring() {
            SPRUNG.incrementAndGet();
            return "49";
        }

        static int sprung() {
            return SPRUNG.get();
        }
    }
}
