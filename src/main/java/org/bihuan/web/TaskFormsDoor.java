package org.bihuan.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every answer under {@code /forms/} goes through {@link InertBraces}, however its address is spelled. */
@Configuration(proxyBeanMethods = false)
class TaskFormsDoor {
    @Bean
    FilterRegistrationBean<InertBraces> inertBraces() {
        var filter = new FilterRegistrationBean<>(new InertBraces());
        filter.addUrlPatterns("/forms/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }
}
