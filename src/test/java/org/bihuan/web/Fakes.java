package org.bihuan.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A county that has nothing but its name, and a person who may be anybody. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    Frame.class,
    MeController.class,
    Problems.class,
    ProblemsInWords.class,
    SpringProblems.class,
    Defects.class,
    ProblemAnswers.class,
    ErrorPages.class
})
class Fakes {
    /** Whoever the test says; nobody at first. */
    static final class Anybody implements CurrentPerson {
        private @Nullable Person person;

        void is(Role... roles) {
            person = new Person(
                    PersonId.of("somebody"), "王检查员<b>", null, UnitCode.of("housing"), null, Set.of(roles), true);
        }

        void isNobody() {
            person = null;
        }

        @Override
        public Optional<Person> find() {
            return Optional.ofNullable(person);
        }

        @Override
        public Person get() {
            return find().orElseThrow(() -> new NotAllowed("NOT_LOGGED_IN"));
        }
    }

    @Bean
    Anybody anybody() {
        return new Anybody();
    }

    @Bean
    Organisation organisation() {
        var organisation = mock(Organisation.class);
        when(organisation.county()).thenReturn(new Region("341721", "东至县", Region.Kind.COUNTY, List.of()));
        return organisation;
    }
}
