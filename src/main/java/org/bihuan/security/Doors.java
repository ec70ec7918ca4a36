package org.bihuan.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import java.util.stream.Stream;
import org.bihuan.organisation.CurrentPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every way in: static parts of the web applications, programs with HTTP Basic, people with a session. Shut by default. */
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    /** Scripts, styles and pictures, ours and Camunda's. */
    static final RequestMatcher STATIC_PARTS = new OrRequestMatcher(Stream.of(
                    "/camunda/lib/**",
                    "/camunda/assets/**",
                    "/camunda/favicon.ico",
                    "/css/**",
                    "/js/**",
                    "/favicon.ico")
            .<RequestMatcher>map(PATH::matcher)
            .toList());

    private static final RequestMatcher FOR_PROGRAMS = new OrRequestMatcher(
            PATH.matcher("/api/v1/**"), PATH.matcher("/actuator/**"), PATH.matcher("/demo/mailbox.json"));
    private static final RequestMatcher WITH_BASIC = request -> {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    };

    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final LoginInSession logins;
    private final Welcome welcome;

    Doors(CurrentPerson currentPerson, Refusals refusals, LoginInSession logins, Welcome welcome) {
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.logins = logins;
        this.welcome = welcome;
    }

    /** Static parts: no secret, and to be kept by browsers, so without cache headers. */
    @Bean
    @Order(1)
    SecurityFilterChain doorForStaticParts(HttpSecurity http) throws Exception {
        return http.securityMatcher(STATIC_PARTS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Programs say who they are with each request; no session comes of it, so no token is needed. */
    @Bean
    @Order(2)
    SecurityFilterChain doorForPrograms(HttpSecurity http) throws Exception {
        return http.securityMatcher(new AndRequestMatcher(FOR_PROGRAMS, WITH_BASIC))
                .authorizeHttpRequests(this::whoMayWhat)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals))
                .headers(PageHeaders::add)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** People: one login for our pages, Tasklist, Cockpit and Admin. */
    @Bean
    @Order(3)
    SecurityFilterChain doorForPeople(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(this::whoMayWhat)
                .formLogin(login ->
                        login.loginPage("/login").successHandler(welcome).failureHandler(whyNot()))
                .securityContext(login -> login.securityContextRepository(new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), logins)))
                .logout(logout -> logout.logoutRequestMatcher(
                                PATH.matcher(org.springframework.http.HttpMethod.POST, "/logout"))
                        .logoutSuccessUrl("/login?goodbye")
                        .deleteCookies("JSESSIONID")
                        .addLogoutHandler(new CookieClearingLogoutHandler(camundaToken())))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(welcome.destinations()))
                .headers(PageHeaders::add)
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        // Camunda guards these two trees with a token of its own.
                        .ignoringRequestMatchers(PATH.matcher("/camunda/api/**"), PATH.matcher("/camunda/app/**")))
                .sessionManagement(Customizer.withDefaults())
                .build();
    }

    private void whoMayWhat(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(CamundaRoutes.SHUT, CamundaRoutes.NOT_NEEDED)
                .denyAll()
                .requestMatchers(PATH.matcher("/login"), PATH.matcher("/actuator/health/**"))
                .permitAll()
                .requestMatchers(PATH.matcher("/password"))
                .access((login, request) -> new AuthorizationDecision(login.get() instanceof LoggedIn))
                .requestMatchers(PATH.matcher("/actuator/**"))
                .hasRole("ADMIN")
                .requestMatchers(CamundaRoutes.COCKPIT)
                .hasAnyRole("COMMITTEE_OFFICE", "COUNTY_LEADER", "AUDITOR", "ADMIN")
                .requestMatchers(CamundaRoutes.ADMIN)
                .hasRole("ADMIN")
                // Not merely logged in: who has left since is out at once, whatever the session says.
                .anyRequest()
                .access((login, request) ->
                        new AuthorizationDecision(currentPerson.find().isPresent()));
    }

    private static AuthenticationFailureHandler whyNot() {
        return (request, response, cause) -> {
            var why = cause instanceof LockedException
                    ? "locked"
                    : cause instanceof DisabledException ? "closed" : "wrong";
            response.sendRedirect("/login?" + why);
        };
    }

    private static Cookie camundaToken() {
        var cookie = new Cookie("XSRF-TOKEN", null);
        cookie.setPath("/camunda");
        cookie.setMaxAge(0);
        return cookie;
    }
}
