package org.bihuan.engine;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.TestDatabase;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** For now: the engine room alone. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineTest.Room.class,
        properties = {"camunda.bpm.job-execution.enabled=false", "spring.flyway.locations=classpath:db/migration/engine"
        })
@ContextConfiguration(initializers = EngineTest.Database.class)
@interface EngineTest {
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext application) {
            var database = TestDatabase.fresh();
            application
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "database of this room",
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", TestDatabase.APP,
                                    "spring.datasource.password", TestDatabase.PASSWORD,
                                    "spring.flyway.user", TestDatabase.OWNER,
                                    "spring.flyway.password", TestDatabase.PASSWORD)));
        }
    }

    @EnableAutoConfiguration
    @ComponentScan({"org.bihuan.engine", "org.bihuan.shared"})
    class Room {
        @Bean
        Organisation organisation() {
            var o = Mockito.mock(Organisation.class);
            var people = List.of(
                    person("inspector-xiangyu", "xiangyu", null, Role.INSPECTOR),
                    person("head-xiangyu", "xiangyu", null, Role.UNIT_LEADER),
                    person("inspector-emb", "emb", null, Role.INSPECTOR),
                    person("office1", "office", null, Role.COMMITTEE_OFFICE),
                    person("safety-001", null, "91341721MA2TX0013G", Role.ENTERPRISE_SAFETY),
                    person("principal-001", null, "91341721MA2TX0013G", Role.ENTERPRISE_PRINCIPAL));
            people.forEach(p -> Mockito.when(o.person(p.id())).thenReturn(Optional.of(p)));
            Mockito.when(o.people()).thenReturn(people);
            return o;
        }

        static Person person(
                String id,
                @org.jspecify.annotations.Nullable String unit,
                @org.jspecify.annotations.Nullable String ent,
                Role role) {
            return new Person(
                    PersonId.of(id),
                    id,
                    null,
                    unit == null ? null : UnitCode.of(unit),
                    ent == null ? null : CreditCode.of(ent),
                    Set.of(role),
                    true);
        }
    }
}
