package org.bihuan.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.diagram.ContractedTask;
import org.bihuan.engine.StartForm;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.organisation.Person;
import org.bihuan.shared.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The fields of every form are those of contract 4, and exactly those that the code behind it reads. */
class TaskFormsContractTests extends TaskFormsTest {
    private static final Pattern FIELD =
            Pattern.compile("cam-variable-name=\"([^\"]+)\"\\s+cam-variable-type=\"String\"");

    private static final Map<String, Set<String>> CONTRACT =
            ContractedTask.drawnOnes().stream().collect(toMap(ContractedTask::key, ContractedTask::fields));

    private static final Set<String> REGISTRATION = Set.of(
            "source",
            "foundOn",
            "enterprise",
            "responsibleUnit",
            "region",
            "location",
            "description",
            "category",
            "grade",
            "criterion",
            "dueOn",
            "requirement",
            "industry",
            "evidence",
            "onTheSpotMeasures",
            "onTheSpotRectifier");

    @Autowired
    List<TaskForm> taskForms;

    @Autowired
    List<StartForm> startForms;

    @Test
    void formContractAndCodeNameTheSameFields() {
        var drawn = drawnForms();
        assertThat(drawn.keySet()).isEqualTo(CONTRACT.keySet());
        drawn.forEach((task, form) -> {
            assertThat(fieldsOf(form)).as("form " + task).isEqualTo(CONTRACT.get(task));
            assertThat(readBy(task)).as("code of " + task).isEqualTo(CONTRACT.get(task));
        });
    }

    @Test
    void registrationAsksForEverythingThatTheApiTakes() {
        assertThat(fieldsOf(forms.register("inspector-xiangyu"))).isEqualTo(REGISTRATION);
        assertThat(REGISTRATION).containsAll(fieldsOf(forms.register("safety-061")));

        var read = new Reading(Map.of("onTheSpotMeasures", "x"), forms.person("inspector-xiangyu"));
        read.handTo(startForms.stream()
                .filter(form -> form.process().equals("hazard-rectification"))
                .findFirst()
                .orElseThrow()::submitted);
        read.asked.remove("onTheSpot"); // the same in the API's nested shape
        assertThat(read.asked).isEqualTo(REGISTRATION);
    }

    /** Tasklist knows no second field of the same name. */
    @Test
    void noFieldIsNamedTwice() {
        Stream.concat(
                        Stream.of(forms.register("inspector-xiangyu"), forms.register("safety-065")),
                        drawnForms().values().stream())
                .forEach(form -> assertThat(names(form)).isNotEmpty().doesNotHaveDuplicates());
    }

    /** One form of each step, drawn for who works on it. */
    private Map<String, String> drawnForms() {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-065");
        var inspector = county.person("inspector-emb-chem");
        var review = forms.registered("safety-065", "二车间", "安全阀未校验", "");
        var accept = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        var rectify = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(rectify);
        var verify = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(verify);
        safety.rectifies(verify);
        var asked = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.asksForMoreTime(asked, "2026-10-09");
        var voided = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        inspector.proposesToVoid(voided);
        var late = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-23"));
        county.todayIs("2026-09-29"); // three working days after its due day
        county.timerFires(late);
        return Map.of(
                "supervise", forms.of("head-emb-chem", late, "supervise"),
                "decide-void", forms.of("head-emb-chem", voided, "decide-void"),
                "decide-extension", forms.of("head-emb-chem", asked, "decide-extension"),
                "review", forms.of("inspector-emb-chem", review, "review"),
                "accept", forms.of("safety-065", accept, "accept"),
                "rectify", forms.of("safety-065", rectify, "rectify"),
                "verify", forms.of("inspector-emb-chem", verify, "verify"));
    }

    private static Set<String> fieldsOf(String form) {
        return new TreeSet<>(names(form));
    }

    private static List<String> names(String form) {
        return FIELD.matcher(form).results().map(found -> found.group(1)).toList();
    }

    /** What the code asks for over all its ways. */
    private Set<String> readBy(String task) {
        var form = taskForms.stream()
                .filter(candidate -> candidate.task().equals(task))
                .findFirst()
                .orElseThrow();
        var asked = new TreeSet<String>();
        for (var decision : List.of("ACCEPT", "DECLINE", "DUPLICATE", "REJECT", "UNQUALIFIED", "GRANT", "REFUSE")) {
            var reading = new Reading(
                    Map.of("decision", decision, "verdict", decision, "action", "INTERVIEW", "opinion", "x"),
                    forms.person("office1"));
            reading.handTo(form::submitted);
            asked.addAll(reading.asked);
        }
        return asked;
    }

    /** A submission that notes what is asked for; it never gets as far as changing anything. */
    private static final class Reading implements Submission {
        final Set<String> asked = new TreeSet<>();
        private final Map<String, @Nullable Object> values;
        private final Person by;

        Reading(Map<String, String> given, Person by) {
            this.by = by;
            this.values = new HashMap<>(given) {
                @Override
                public @Nullable Object get(Object name) {
                    asked.add((String) name);
                    return super.get(name);
                }
            };
        }

        void handTo(java.util.function.Consumer<Submission> form) {
            try {
                form.accept(this);
            } catch (RuntimeException refused) {
                // Wanted: the case of this number does not exist, and hardly anything is filled in.
            }
        }

        @Override
        public String businessKey() {
            return "341721-000-1999-G-99999";
        }

        @Override
        public String taskId() {
            return "a-task";
        }

        @Override
        public Person by() {
            return by;
        }

        @Override
        public Fields fields() {
            return new Fields(values, ZoneId.of("Asia/Shanghai"));
        }

        @Override
        public void tell(String outcomeVariable, Enum<?> outcome) {}
    }
}
