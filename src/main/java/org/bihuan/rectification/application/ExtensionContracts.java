package org.bihuan.rectification.application;

import java.util.List;
import java.util.Map;
import org.bihuan.decisions.Domain;
import org.bihuan.hazard.Grade;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tables about extensions may say (4.4). */
@Configuration(proxyBeanMethods = false)
class ExtensionContracts {
    private static final Domain GRADES = Domain.Words.of("grade.", Grade.values());
    private static final List<String> DECIDERS = List.of("unit-leader", "committee-office", "county-leader");

    @Bean
    ExtensionTableContract extensionLimitsContract(EveryOpenCase cases, MessageSource messages) {
        return new ExtensionTableContract(
                "extension-limits",
                Map.of("grade", GRADES),
                Map.of(
                        "times", new Domain.Numbers(0, 10),
                        "days", new Domain.Numbers(1, 365),
                        "lead", new Domain.Numbers(0, 60),
                        "total", new Domain.Numbers(1, 730)),
                cases,
                messages);
    }

    @Bean
    ExtensionTableContract extensionDeciderContract(EveryOpenCase cases, MessageSource messages) {
        return new ExtensionTableContract(
                "extension-decider",
                Map.of("grade", GRADES, "days", new Domain.Numbers(0, 3_650), "late", new Domain.Truth()),
                Map.of("decider", new Domain.Words("audience.", DECIDERS)),
                cases,
                messages);
    }
}
