package org.bihuan.deadline.adapter;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.domain.FormerOwner;
import org.bihuan.hazard.HazardNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who had a running term and gave it up. */
@Repository
public class FormerOwners {
    private final JdbcClient jdbc;

    FormerOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody else answers for the running clock from that day on; its days stay, and who had it is kept. Nothing happens where
     * none runs or the owner stays the same.
     */
    public void handOver(HazardNumber hazard, ClockKind kind, ClockOwner to, LocalDate on) {
        jdbc.sql("""
                        with running as (
                            select * from clock
                            where hazard = :hazard and kind = :kind and stopped_on is null
                              and (owner_kind, owner) is distinct from (:ownerKind, :owner)
                            for update),
                        kept as (
                            insert into former_owner (hazard, kind, term, seq, owner_kind, owner, held_from, held_until)
                            select r.hazard, r.kind, r.term, coalesce(max(f.seq), 0) + 1, r.owner_kind, r.owner,
                                   coalesce(max(f.held_until), r.started_on), greatest(:on, max(f.held_until), r.started_on)
                            from running r left join former_owner f using (hazard, kind, term)
                            group by r.hazard, r.kind, r.term, r.owner_kind, r.owner, r.started_on)
                        update clock c set owner_kind = :ownerKind, owner = :owner from running r
                        where (c.hazard, c.kind, c.term) = (r.hazard, r.kind, r.term)
                        """)
                .param("ownerKind", to.kind().name())
                .param("owner", to.code())
                .param("on", on)
                .param("hazard", hazard.value())
                .param("kind", kind.name())
                .update();
    }

    /** All of a case, in the order in which they gave up. */
    public List<FormerOwner> of(HazardNumber hazard) {
        return jdbc.sql("select * from former_owner where hazard = :hazard order by kind, term, seq")
                .param("hazard", hazard.value())
                .query((row, index) -> new FormerOwner(
                        ClockKind.valueOf(row.getString("kind")),
                        row.getInt("term"),
                        new ClockOwner(ClockOwner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner")),
                        row.getObject("held_from", LocalDate.class),
                        row.getObject("held_until", LocalDate.class)))
                .list();
    }
}
