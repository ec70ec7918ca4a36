package org.bihuan.deadline.adapter.process;

import java.util.Date;
import org.bihuan.deadline.application.CaseTimer;
import org.bihuan.deadline.application.EnforceDeadline;
import org.bihuan.hazard.HazardNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the branch 时限监督 of a process calls: when to wake up next, and what to do then. */
@Configuration(proxyBeanMethods = false)
public class DeadlineDelegates {

    /** Answers the timer; public, because the engine calls it by name. */
    public record Watch(CaseTimer timer) {
        public Date next(DelegateExecution execution) {
            return Date.from(timer.next(HazardNumber.of(execution.getProcessBusinessKey())));
        }
    }

    @Bean
    Watch deadlineWatch(CaseTimer timer) {
        return new Watch(timer);
    }

    @Bean
    JavaDelegate enforceDeadline(EnforceDeadline enforceDeadline) {
        return step -> enforceDeadline.perform(HazardNumber.of(step.getProcessBusinessKey()));
    }
}
