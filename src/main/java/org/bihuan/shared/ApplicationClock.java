package org.bihuan.shared;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the house its one clock; a test puts its own in place. */
@ForUpkeep
@Configuration(proxyBeanMethods = false)
class ApplicationClock {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CountyTime countyTime(Clock clock, @Value("${bihuan.zone:Asia/Shanghai}") ZoneId zone) {
        return new CountyTime(clock, zone);
    }
}
