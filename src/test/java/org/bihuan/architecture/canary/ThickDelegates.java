package org.bihuan.architecture.canary;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;

/** Decides by itself and swallows what goes wrong. */
public class ThickDelegates {
    @Bean
    JavaDelegate decideAll() {
        return step -> {
            try {
                step.setVariable("verdict", "QUALIFIED");
            } catch (RuntimeException lost) {
                step.removeVariable("verdict");
            }
        };
    }
}
