package org.bihuan.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;
import org.bihuan.architecture.canary.ImportsTheEngine;
import org.bihuan.architecture.canary.ReadsTheWallClock;
import org.bihuan.architecture.canary.RuleThatIsNoSentence;
import org.bihuan.architecture.canary.StreamsRows;
import org.bihuan.architecture.canary.TalksSql;
import org.bihuan.architecture.canary.ThickDelegates;
import org.bihuan.shared.BusinessRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/** Rules of the house beyond rooms. A rule that its canary does not break guards nothing. */
class HouseRulesTests {
    private static final String ENGINE_ROOM = "org.bihuan.engine..";
    private static final String PROCESS_ADAPTERS = "org.bihuan..adapter.process..";
    private static final String CAMUNDA = "org.camunda..";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bihuan");

    /** Business time comes from the one application clock. */
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.bihuan.shared.ApplicationClock")
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callConstructor(Date.class);

    /** Camunda is known in two places only: the way out stays open (ADR 1). */
    static final ArchRule ENGINE_IN_ITS_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages(ENGINE_ROOM, PROCESS_ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CAMUNDA);

    /** SQL is spoken by repositories, never by use cases or pages. */
    static final ArchRule SQL_IN_REPOSITORIES = noClasses()
            .that()
            .resideInAnyPackage("..application..", "..domain..", "..web..", "..canary..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);

    /** A stream over rows keeps its connection until somebody closes it, and nobody closes what reads like a list. */
    static final ArchRule ROWS_ARE_LISTED = noClasses().should().callMethod(MappedQuerySpec.class, "stream");

    /** A rule is a record: its name is the sentence, its parts are what the sentence speaks of. */
    static final ArchRule RULES_ARE_RECORDS =
            classes().that().implement(BusinessRule.class).should().beRecords();

    /** A delegate hands over and does nothing itself: it neither catches nor touches the engine beyond asking for its case. */
    static final ArchRule DELEGATES_HAND_OVER = methods()
            .that()
            .haveRawReturnType(JavaDelegate.class)
            .and()
            .areAnnotatedWith(Bean.class)
            .should(new HandOver());

    private static final class HandOver extends ArchCondition<JavaMethod> {
        private static final int CALLS = 4; // the number, what holds the case, and two use cases

        HandOver() {
            super("hand over");
        }

        @Override
        public void check(JavaMethod delegate, ConditionEvents events) {
            var calls = delegate.getMethodCallsFromSelf();
            var toUs = calls.stream().filter(call -> isIn(call, "org.bihuan.")).count();
            var touchesTheEngine = calls.stream()
                    .filter(call -> isIn(call, "org.camunda."))
                    .anyMatch(call -> !call.getName().equals("getProcessBusinessKey"));
            var isThin = delegate.getTryCatchBlocks().isEmpty() && !touchesTheEngine && toUs >= 1 && toUs <= CALLS;
            events.add(new SimpleConditionEvent(delegate, isThin, delegate.getFullName() + " hands over: " + isThin));
        }

        private static boolean isIn(JavaMethodCall call, String house) {
            return call.getTargetOwner().getPackageName().concat(".").startsWith(house);
        }
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ONE_CLOCK, ReadsTheWallClock.class),
                Arguments.of(ENGINE_IN_ITS_PLACES, ImportsTheEngine.class),
                Arguments.of(SQL_IN_REPOSITORIES, TalksSql.class),
                Arguments.of(ROWS_ARE_LISTED, StreamsRows.class),
                Arguments.of(RULES_ARE_RECORDS, RuleThatIsNoSentence.class),
                Arguments.of(DELEGATES_HAND_OVER, ThickDelegates.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(ArchRule rule, Class<?> canary) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleBitesItsCanary(ArchRule rule, Class<?> canary) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(canary)).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void noRuleStandsOnAnEmptySet() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName))
                .contains(
                        "org.bihuan.engine",
                        "org.bihuan.rectification.adapter.process",
                        "org.bihuan.deadline.application");
    }
}
