package org.bihuan.deadline.adapter.process;

import java.util.Date;
import java.util.List;
import org.bihuan.deadline.application.CaseTimer;
import org.bihuan.deadline.application.FireRungs;
import org.bihuan.deadline.application.OverdueIncidents;
import org.bihuan.hazard.HazardLedger;
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
    JavaDelegate enforceDeadline(HazardLedger ledger, OverdueIncidents incidents, FireRungs fireRungs) {
        return step -> {
            var held = List.of(ledger.lock(HazardNumber.of(step.getProcessBusinessKey())));
            incidents.align(held);
            fireRungs.of(held);
        };
    }
}
