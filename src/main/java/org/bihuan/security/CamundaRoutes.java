package org.bihuan.security;

import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which ways into Camunda's web interfaces are open at all. Reading is a matter of the engine's own rights; of what changes
 * something only the few calls are let through that Tasklist and Cockpit need for work. So the known ways around (bpmnError,
 * setup, second login, comments, deployments, filters, identities, variables, attachments) and those nobody has found yet
 * are shut alike.
 */
final class CamundaRoutes {
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final String ENGINE = "/camunda/api/engine/engine/{engine}/";

    /** Never, by nobody, with no method: first-run set-up, Camunda's own login, and what also lies outside its trees. */
    static final RequestMatcher SHUT = anyOf(Stream.of(
                    "/camunda/api/admin/setup/**",
                    "/camunda/api/admin/auth/user/{engine}/login/**",
                    "/camunda-welcome/**",
                    "/webjars/camunda/**",
                    "/plugin/**",
                    ENGINE + "task/{id}/bpmnError/**",
                    ENGINE + "task/{id}/bpmnEscalation/**")
            .map(PATH::matcher));

    /** The calls that work needs. Queries are calls too: their bodies are judged by the engine room. */
    private static final RequestMatcher WORK = anyOf(Stream.of(
                    "task",
                    "task/count",
                    "task/{id}/claim",
                    "task/{id}/unclaim",
                    "task/{id}/complete",
                    "task/{id}/submit-form",
                    "filter/{id}/list",
                    "filter/{id}/count",
                    "filter/{id}/singleResult",
                    "process-definition/{id}/submit-form",
                    "process-definition/key/{key}/submit-form",
                    "process-instance",
                    "process-instance/count",
                    "variable-instance",
                    "variable-instance/count",
                    "execution",
                    "execution/count",
                    "job",
                    "job/count",
                    "history/process-instance",
                    "history/process-instance/count",
                    "history/activity-instance",
                    "history/activity-instance/count",
                    "history/task",
                    "history/task/count",
                    "history/variable-instance",
                    "history/variable-instance/count")
            .map(call -> PATH.matcher(POST, ENGINE + call)));

    private static final RequestMatcher OTHER_CALLS = anyOf(Stream.of(
            PATH.matcher(POST, "/camunda/api/cockpit/plugin/base/**"), // queries only
            PATH.matcher(POST, "/camunda/api/admin/auth/user/{engine}/logout")));

    private static final RequestMatcher READING =
            request -> List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name())
                    .contains(request.getMethod());

    /** What would change something and is not needed for work. */
    static final RequestMatcher NOT_NEEDED =
            new AndRequestMatcher(PATH.matcher("/camunda/**"), not(READING), not(WORK), not(OTHER_CALLS));

    /**
     * What tells how many cases the county has, or how the engine fares: for the supervisors' desk. The engine itself asks
     * for less here, some of it for nothing at all.
     */
    static final RequestMatcher COCKPIT = anyOf(Stream.of(
                    "/camunda/app/cockpit/**",
                    "/camunda/api/cockpit/**",
                    ENGINE + "metrics/**",
                    ENGINE + "incident/**",
                    ENGINE + "job/**",
                    ENGINE + "job-definition/**",
                    ENGINE + "batch/**",
                    ENGINE + "task/report/**",
                    ENGINE + "history/**",
                    ENGINE + "process-definition/statistics/**",
                    ENGINE + "process-definition/{id}/statistics/**",
                    ENGINE + "process-definition/key/{key}/statistics/**")
            .map(PATH::matcher));

    /** Users, groups and what the engine knows of itself. */
    static final RequestMatcher ADMIN = anyOf(Stream.of(
                    "/camunda/app/admin/**",
                    "/camunda/api/admin/plugin/**",
                    ENGINE + "telemetry/**",
                    ENGINE + "schema/**")
            .map(PATH::matcher));

    private CamundaRoutes() {}

    private static RequestMatcher not(RequestMatcher matcher) {
        return new NegatedRequestMatcher(matcher);
    }

    private static RequestMatcher anyOf(Stream<? extends RequestMatcher> matchers) {
        return new OrRequestMatcher(matchers.map(RequestMatcher.class::cast).toList());
    }
}
