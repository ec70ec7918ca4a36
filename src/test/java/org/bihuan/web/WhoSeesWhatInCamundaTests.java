package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.web.Sight.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of {@link Sight} through Camunda's own API, where Tasklist and Cockpit ask without us. */
class WhoSeesWhatInCamundaTests extends WhoSeesWhatTest {
    private static final List<String> OF_TASKS = List.of("task?maxResults=1000", "identity-link?maxResults=1000");
    private static final List<String> OF_CASES = List.of(
            "process-instance?maxResults=1000",
            "execution?maxResults=1000",
            "variable-instance?maxResults=1000",
            "incident?maxResults=1000",
            "job?maxResults=1000",
            "external-task?maxResults=1000",
            "event-subscription?maxResults=1000",
            "history/process-instance?maxResults=1000",
            "history/task?maxResults=1000",
            "history/activity-instance?maxResults=1000",
            "history/variable-instance?maxResults=1000",
            "history/detail?maxResults=1000",
            "history/incident?maxResults=1000",
            "history/identity-link-log?maxResults=1000",
            "history/user-operation?maxResults=1000",
            "history/job-log?maxResults=1000",
            "user?maxResults=1000",
            "group?maxResults=1000",
            "authorization?maxResults=1000");

    @ParameterizedTest
    @MethodSource("people")
    void listsAndFiltersShowTasksOfHisOnly(String person) {
        var seen = seen(person);
        var wrong = new ArrayList<String>();
        for (var list : OF_TASKS) {
            only(seen, list, get(person, list), wrong);
        }
        assertThat(sight().givenAway(get(person, OF_TASKS.get(0)))).isEqualTo(seen);
        for (var list : OF_CASES) {
            // The administrator reads who may do which task by its id, and nothing of the task (domain 7.1).
            var isOfRights = person.equals("admin") && list.startsWith("authorization");
            only(isOfRights ? List.copyOf(sight().cases().keySet()) : seen, list, get(person, list), wrong);
        }
        var filters = Clerk.read(clerk().browser(person).get(Clerk.ENGINE + "filter?resourceType=Task"));
        for (var filter : filters) {
            var path = "filter/" + filter.path("id").asText();
            only(seen, path, get(person, path + "/list?maxResults=1000"), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("people")
    void countsTellNoMore(String person) {
        var browser = clerk().browser(person);
        sight().cases().forEach((name, one) -> {
            var key = "{\"processInstanceBusinessKey\": \"" + one.number() + "\"}";
            var tasks = browser.camunda("POST", Clerk.ENGINE + "task/count", key);
            assertThat(Clerk.read(tasks).path("count").asInt())
                    .as(name)
                    .isEqualTo(sight().seesTask(person, name) ? 1 : 0);
            for (var count : List.of(
                    "process-instance/count?businessKey=" + one.number(),
                    "execution/count?processInstanceId=" + one.instance(),
                    "variable-instance/count?processInstanceIdIn=" + one.instance())) {
                if (!sight().seesTask(person, name)) {
                    assertThat(Clerk.read(browser.get(Clerk.ENGINE + count))
                                    .path("count")
                                    .asInt())
                            .as(count)
                            .isZero();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("people")
    void aTaskByItsIdIsHisOrUnknown(String person) {
        var wrong = new ArrayList<String>();
        List.of("own", "told", "site").forEach(name -> {
            var one = sight().one(name);
            for (var path : List.of(
                    "",
                    "/form",
                    "/localVariables",
                    "/variables",
                    "/form-variables",
                    "/identity-links",
                    "/rendered-form",
                    "/deployed-form",
                    "/comment")) {
                gives(person, name, one, Clerk.ENGINE + "task/" + one.task() + path, wrong);
            }
            for (var path : List.of("", "/variables", "/activity-instances", "/comment")) {
                gives(person, name, one, Clerk.ENGINE + "process-instance/" + one.instance() + path, wrong);
            }
            gives(person, name, one, Clerk.ENGINE + "execution/" + one.instance(), wrong);
            gives(person, name, one, Clerk.ENGINE + "history/process-instance/" + one.instance(), wrong);
            gives(
                    person,
                    name,
                    one,
                    "/camunda/api/cockpit/plugin/base/default/process-instance/" + one.instance()
                            + "/called-process-instances",
                    wrong);
            gives(person, name, one, "/app-api/cards?ids=" + one.task(), wrong);
            var form = clerk().browser(person).get("/forms/" + one.step() + "?taskId=" + one.task());
            if (form.status() != (sight().seesTask(person, name) ? 200 : 404)) {
                wrong.add(name + " form: " + form.status());
            }
            if (form.body().contains(Sight.MARK) != sight().seesTask(person, name)) {
                wrong.add(name + " form shows or hides its text");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("people")
    void nothingThatIsNotHisMoves(String person) {
        var before = TheRecord.of(jdbc);
        var wrong = new ArrayList<String>();
        sight().cases().forEach((name, one) -> {
            if (!sight().of(person, name).endsWith("t")) {
                var task = Clerk.ENGINE + "task/" + one.task();
                var calls = List.of(
                        task + "/claim {\"userId\": \"" + person + "\"}",
                        task + "/unclaim {}",
                        task + "/complete {\"variables\": {\"decision\": {\"value\": \"ACCEPT\"}}}",
                        task + "/submit-form {\"variables\": {\"decision\": {\"value\": \"ACCEPT\"}}}",
                        task + "/bpmnError {\"errorCode\": \"x\"}",
                        task + "/assignee {\"userId\": \"" + person + "\"}");
                for (var call : calls) {
                    var parts = call.split(" ", 2);
                    var status = clerk().browser(person)
                            .camunda("POST", parts[0], parts[1])
                            .status();
                    if (status < 400 || status >= 500) {
                        wrong.add(name + " " + call + ": " + status);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    private List<String> seen(String person) {
        return sight().cases().keySet().stream()
                .filter(name -> sight().seesTask(person, name))
                .toList();
    }

    private String get(String person, String path) {
        var answer = clerk().browser(person).get(Clerk.ENGINE + path);
        assertThat(answer.status()).as(path).isLessThan(500);
        return answer.body();
    }

    private void only(List<String> seen, String list, String body, List<String> wrong) {
        var more = new ArrayList<>(sight().givenAway(body));
        more.removeAll(seen);
        if (!more.isEmpty()) {
            wrong.add(list + " gives away " + more);
        }
    }

    /** An answer about a case is for those who see its task; to all others it says nothing. */
    private void gives(String person, String name, Case one, String path, List<String> wrong) {
        var answer = clerk().browser(person).get(path);
        if (answer.status() >= 500) {
            wrong.add(name + " " + path + ": " + answer.status() + answer.body());
        }
        if (!sight().seesTask(person, name)) {
            var text = answer.body().replace(one.task(), "").replace(one.instance(), ""); // what he asked for himself
            if (answer.body().contains(Sight.MARK)
                    || text.contains(one.number().value())
                    || (answer.status() == 200 && !answer.body().matches("\\{}|\\[]|"))) {
                wrong.add(name + " " + path + ": " + answer.status() + " " + answer.body());
            }
        }
    }
}
