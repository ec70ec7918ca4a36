package org.bihuan.engine;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Camunda's web applications on our terms: our login, our guard in front of their API, our words in its answers. */
@Configuration(proxyBeanMethods = false)
class EngineWeb {

    /** Around all of Camunda's filters, the next one included. */
    @Bean
    FilterRegistrationBean<LoginsOfThisNode> loginsOfThisNode() {
        var filter = new FilterRegistrationBean<>(new LoginsOfThisNode());
        filter.addUrlPatterns("/camunda/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** After Spring Security, whose login becomes the request's user; before Camunda's own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> ourLoginForCamunda() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                ContainerBasedAuthenticationProvider.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<QueryGuard> queryGuard(MessageSource words) {
        var filter = new FilterRegistrationBean<>(new QueryGuard(words));
        filter.addUrlPatterns("/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 3);
        return filter;
    }

    /** Camunda's initializer skips a servlet that is there already under this name. */
    @Bean
    @Order(0)
    ServletContextInitializer engineApi(RefusalsInRest refusals) {
        return context -> {
            var api = ResourceConfig.forApplication(new EngineRestApplication());
            refusals.mappers().forEach(api::register);
            context.addServlet("Engine Api", new ServletContainer(api)).addMapping("/camunda/api/engine/*");
        };
    }
}
