package org.bihuan;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What a test may ask for beside the application's own beans. */
@TestConfiguration(proxyBeanMethods = false)
@Import({County.class, County.Turns.class, County.Absent.class})
class CountyTestBeans {
    @Bean
    @Primary
    TestClock testClock() {
        return TestClock.ofThisJvm();
    }

    @Bean
    Footprints footprints() {
        return new Footprints();
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    Mailbox mailbox() {
        return new Mailbox(TestMailServer.running());
    }
}
