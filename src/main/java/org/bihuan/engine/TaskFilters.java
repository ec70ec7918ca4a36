package org.bihuan.engine;

import static org.bihuan.organisation.Role.COMMITTEE_OFFICE;
import static org.bihuan.organisation.Role.COMPLAINT_CLERK;
import static org.bihuan.organisation.Role.COUNTY_LEADER;
import static org.bihuan.organisation.Role.ENTERPRISE_PRINCIPAL;
import static org.bihuan.organisation.Role.ENTERPRISE_SAFETY;
import static org.bihuan.organisation.Role.EXPERT;
import static org.bihuan.organisation.Role.INSPECTOR;
import static org.bihuan.organisation.Role.UNIT_LEADER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.organisation.Role;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The lists people find in Tasklist. A filter is code: brought into line at every start, never made by people. Each shows a
 * count that browsers repeat, so there are few.
 */
@Component
class TaskFilters {
    /** Our name for a filter, kept among its properties; what it is called on the screen may change. */
    private static final String KEY = "bihuan";

    private static final Set<Role> THOSE_WITH_TASKS =
            EnumSet.of(ENTERPRISE_SAFETY, ENTERPRISE_PRINCIPAL, INSPECTOR, UNIT_LEADER, COMMITTEE_OFFICE);
    private static final Set<Role> EVERYBODY_WHO_ACTS = EnumSet.of(COUNTY_LEADER, EXPERT, COMPLAINT_CLERK);
    private static final Set<Role> VERIFIERS = EnumSet.of(INSPECTOR, UNIT_LEADER, COMMITTEE_OFFICE);

    static {
        EVERYBODY_WHO_ACTS.addAll(THOSE_WITH_TASKS);
    }

    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource words;

    TaskFilters(FilterService filters, TaskService tasks, MessageSource words) {
        this.filters = filters;
        this.tasks = tasks;
        this.words = words;
    }

    private record Wanted(String key, int position, String colour, TaskQuery query, Set<Role> readers) {}

    /** @return ids of the filters and the groups that may use them */
    Map<String, Set<String>> bringIntoLine() {
        Map<String, Filter> present = new HashMap<>();
        for (var filter : filters.createTaskFilterQuery().list()) {
            var key = filter.getProperties() == null
                    ? null
                    : filter.getProperties().get(KEY);
            if (key == null || present.putIfAbsent(key.toString(), filter) != null) {
                filters.deleteFilter(filter.getId()); // not ours, or there twice
            }
        }
        Map<String, Set<String>> readers = new HashMap<>();
        for (var wanted : wanted()) {
            var filter = present.remove(wanted.key());
            var saved = store(filter == null ? filters.newTaskFilter() : filter, wanted);
            readers.put(
                    saved.getId(), wanted.readers().stream().map(Role::group).collect(Collectors.toSet()));
        }
        new HashSet<>(present.values()).forEach(filter -> filters.deleteFilter(filter.getId()));
        return readers;
    }

    /**
     * Candidate is who is one himself, standing in for somebody, or by a group of his. Due at the end of the due day, so due today
     * is not overdue; followed up three working days before (design 5).
     */
    private List<Wanted> wanted() {
        return List.of(
                new Wanted(
                        "mine",
                        10,
                        "#2f6f4f",
                        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                        EVERYBODY_WHO_ACTS),
                new Wanted(
                        "offered",
                        20,
                        "#2c5f8a",
                        tasks.createTaskQuery()
                                .taskCandidateUserExpression("${currentUser()}")
                                .taskUnassigned(),
                        THOSE_WITH_TASKS),
                new Wanted(
                        "soon",
                        30,
                        "#c77700",
                        ofMineOrOurs().dueAfterExpression("${now()}").followUpBeforeExpression("${now()}"),
                        THOSE_WITH_TASKS),
                new Wanted("overdue", 40, "#b3261e", ofMineOrOurs().dueBeforeExpression("${now()}"), THOSE_WITH_TASKS),
                new Wanted("verify", 50, "#6a4c93", ofMineOrOurs().taskDefinitionKey("verify"), VERIFIERS));
    }

    private TaskQuery ofMineOrOurs() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks()
                .endOr();
    }

    private Filter store(Filter filter, Wanted wanted) {
        filter.setName(word("filter." + wanted.key()));
        filter.setQuery(wanted.query());
        filter.setProperties(Map.of(
                KEY,
                wanted.key(),
                "priority",
                wanted.position(),
                "color",
                wanted.colour(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                // Task-local values, written when the task opens; days left are drawn afresh from the due date.
                "variables",
                List.of(card(TaskBeingOpened.NUMBER), card("enterprise"), card("grade"))));
        return filters.saveFilter(filter);
    }

    private Map<String, String> card(String variable) {
        return Map.of("name", variable, "label", word("card." + variable));
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
