package org.bihuan.deadline.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return of(List.of(hazard)).getOrDefault(hazard, List.of());
    }

    /** The same of many cases; those without any are left out. */
    public Map<HazardNumber, List<FormerOwner>> of(Collection<HazardNumber> hazards) {
        var owners = new HashMap<HazardNumber, List<FormerOwner>>();
        jdbc.sql("select * from former_owner where hazard = any (:hazards) order by hazard, kind, term, seq")
                .param("hazards", hazards.stream().map(HazardNumber::value).toArray(String[]::new))
                .query(row -> {
                    owners.computeIfAbsent(HazardNumber.of(row.getString("hazard")), number -> new ArrayList<>())
                            .add(read(row));
                });
        return owners;
    }

    private static FormerOwner read(ResultSet row) throws SQLException {
        return new FormerOwner(
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("term"),
                new ClockOwner(ClockOwner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner")),
                row.getObject("held_from", LocalDate.class),
                row.getObject("held_until", LocalDate.class));
    }
}
