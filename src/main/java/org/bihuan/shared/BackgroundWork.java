package org.bihuan.shared;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets scheduled methods run on this node; tests call them by hand instead. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "bihuan.background", havingValue = "true", matchIfMissing = true)
@EnableScheduling
class BackgroundWork {}
