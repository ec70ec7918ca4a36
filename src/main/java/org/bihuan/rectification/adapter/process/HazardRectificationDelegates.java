package org.bihuan.rectification.adapter.process;

import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.application.CloseHazard;
import org.bihuan.rectification.application.ReturnForRework;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of hazard-rectification.bpmn, in diagram order. */
@Configuration(proxyBeanMethods = false)
class HazardRectificationDelegates {

    @Bean
    JavaDelegate openNextRound(ReturnForRework returnForRework) {
        return step -> returnForRework.perform(HazardNumber.of(step.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate closeCase(CloseHazard closeHazard) {
        return step -> closeHazard.perform(HazardNumber.of(step.getProcessBusinessKey()));
    }
}
