package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner whom no mail reaches is seen in Cockpit before his deadline, not after it (N9). */
@CountyTest
class UnreachableOwnersTests {
    @Autowired
    County county;

    @Autowired
    UnreachableOwners owners;

    @Autowired
    MasterData masterData;

    @Autowired
    JdbcClient jdbc;

    private County.Actor inspector;

    @BeforeEach
    void today() {
        county.todayIs("2026-09-24");
        inspector = county.person("inspector-muta");
    }

    @Test
    void aUnitWithoutMailboxIsSeenAsSoonAsItOwnsAClock() {
        var safety = county.person("safety-092");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        assertThat(incidents(hazard)).isEmpty();
        safety.accepts(hazard);
        safety.rectifies(hazard);

        owners.align();
        owners.align();

        assertThat(incidents(hazard)).containsExactly("verify 木塔乡人民政府没有可用的单位邮箱，期限提醒无法送达，请补录邮箱。");
        inspector.judges(hazard, Verdict.UNQUALIFIED, "仍缺一段");
        owners.align();
        assertThat(incidents(hazard)).isEmpty(); // the enterprise owns the clock again
    }

    @Test
    void aPersonWithoutAddressIsSeenUntilHeHasOne() {
        var safety = county.person("safety-093");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        addressOf(safety.person(), null);

        owners.align();
        assertThat(incidents(hazard))
                .singleElement()
                .asString()
                .startsWith("accept ")
                .contains("没有可用的邮箱");
        safety.accepts(hazard);
        owners.align();
        assertThat(incidents(hazard)).singleElement().asString().startsWith("rectify "); // where the case waits

        addressOf(safety.person(), safety.person().address().orElseThrow());
        owners.align();
        assertThat(incidents(hazard)).isEmpty();
    }

    @Test
    void anAddressThatRefusesMailForGoodIsSeenUntilItTakesMailAgain() {
        var safety = county.person("safety-094");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        toldSafety094("DEAD", hazard, "2026-09-24T02:00:00Z");

        owners.align();
        assertThat(incidents(hazard)).singleElement().asString().contains("拒收邮件");

        toldSafety094("SENT", hazard, "2026-09-25T02:00:00Z");
        owners.align();
        assertThat(incidents(hazard)).isEmpty();
    }

    @Test
    void aSubstituteWithoutAddressIsSeenWhileHeStandsIn() {
        var safety = county.person("safety-095");
        var principal = county.person("principal-095");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        addressOf(principal.person(), null);
        owners.align();
        assertThat(incidents(hazard)).as("nobody waits for his mail").isEmpty();

        safety.isAway("2026-09-24", "2026-09-25", principal);
        owners.align();
        assertThat(incidents(hazard))
                .singleElement()
                .asString()
                .contains("的%s（代%s）没有可用的邮箱"
                        .formatted(principal.person().name(), safety.person().name()));

        county.todayIs("2026-09-28");
        owners.align();
        assertThat(incidents(hazard)).as("he is back and reads himself").isEmpty();
    }

    private void toldSafety094(String status, HazardNumber hazard, String at) {
        jdbc.sql("""
                        insert into mail_outbox (dedup_key, kind, recipient, hazard, immediate, created_at, next_at, status, sent_at, address)
                        values ('test/' || :status, 'REASSIGNED', 'safety-094', :hazard, false, cast(:at as timestamptz),
                                cast(:at as timestamptz), :status, case when :status = 'SENT' then cast(:at as timestamptz) end,
                                'safety-094@bihuan.example')
                        """)
                .param("status", status)
                .param("hazard", hazard.value())
                .param("at", at)
                .update();
    }

    private void addressOf(Person person, @org.jspecify.annotations.Nullable String address) {
        var changed = new Person(
                person.id(),
                person.name(),
                address,
                person.unit(),
                person.enterprise(),
                person.roles(),
                person.active());
        masterData.takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(changed));
    }

    /** Where the case waits and what Cockpit says. */
    private List<String> incidents(HazardNumber hazard) {
        return jdbc.sql("""
                        select i.activity_id_ || ' ' || i.incident_msg_
                        from act_ru_incident i join act_ru_execution p on p.id_ = i.proc_inst_id_
                        where i.incident_type_ = 'unreachable' and p.business_key_ = :number
                        """).param("number", hazard.value()).query(String.class).list();
    }
}
