package org.bihuan;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test against the whole application as it runs in the sample county, with real PostgreSQL and real SMTP.
 *
 * <p>All such tests share one application and its rows, so each registers its own things and looks at nothing else. What
 * runs by itself in production does not: background workers and jobs are started by the test, and time stands still until
 * {@link TestClock} moves it (it is set back before every test method). Ask for {@link TestClock} and {@link Mailbox} by
 * {@code @Autowired}. Do not add properties or mock beans to a single test: that starts a second application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "bihuan.background=false",
            "bihuan.demo.hazards=false",
            "bihuan.mail-per-minute=6000",
            "camunda.bpm.job-execution.enabled=false",
            "spring.main.banner-mode=off"
        })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = CountySurroundings.class)
@Import(CountyTestBeans.class)
@TestExecutionListeners(listeners = ClockReset.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface CountyTest {}
