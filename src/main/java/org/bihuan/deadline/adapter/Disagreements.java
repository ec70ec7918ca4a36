package org.bihuan.deadline.adapter;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the engine says something else than the clocks, after a fault, a restore or a hand in the database. The clocks are right. */
@Repository
public class Disagreements {
    private final JdbcClient jdbc;
    private final CountyTime time;

    Disagreements(JdbcClient jdbc, CountyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Running cases that have lost their timer. */
    public List<HazardNumber> withoutTimer(int atMost) {
        return numbers(jdbc.sql("select hazard from v_case_timer where fires_at is null order by hazard limit :atMost")
                .param("atMost", atMost));
    }

    /** Cases whose timer would fire more than a day after the next rung it is for; an earlier one only looks in vain. */
    public List<HazardNumber> withLateTimer(int atMost) {
        return numbers(jdbc.sql("""
                        select t.hazard from v_case_timer t
                        join lateral (select min(fire_at) as fire_at from v_case_wake w where w.hazard = t.hazard) n on true
                        where t.fires_at > n.fire_at + interval '1 day' order by t.hazard limit :atMost
                        """).param("atMost", atMost));
    }

    /** Cases whose open task shows another due day than the clock it stands for. */
    public List<HazardNumber> withForeignDueDate(int atMost) {
        return numbers(jdbc.sql("""
                        select distinct c.hazard from v_clock c
                        join v_open_task t on t.hazard = c.hazard and t.task = c.task and coalesce(c.task_id, t.task_id) = t.task_id
                        where t.due_at is distinct from (c.due_on + time '23:59:59') at time zone :zone
                        order by c.hazard limit :atMost
                        """).param("zone", time.zone().getId()).param("atMost", atMost));
    }

    /** Forgets incidents that the engine has lost, so that they are raised anew. @return how many */
    public int forgetLostIncidents() {
        return jdbc.sql("""
                        update clock c set incident = null
                        where stopped_on is null and incident is not null
                          and not exists (select from v_incident i where i.id = c.incident)
                        """).update();
    }

    /** Incidents of clocks that are not overdue, or of no clock at all: nothing in the county explains them. */
    public List<String> unexplainedIncidents(LocalDate today, int atMost) {
        return jdbc.sql("""
                        select i.id from v_incident i
                        where i.type = 'overdue' and not exists (
                            select from clock c
                            where c.hazard = i.hazard and c.incident = i.id and c.stopped_on is null and c.due_on < :today)
                        order by i.id limit :atMost
                        """)
                .param("today", today)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    private static List<HazardNumber> numbers(JdbcClient.StatementSpec question) {
        return question.query(String.class).list().stream()
                .map(HazardNumber::of)
                .toList();
    }
}
