package org.bihuan.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine's identity tables hold, read at once instead of in pages. */
@Repository
class IdentityRows {
    private final JdbcClient jdbc;

    IdentityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One user or group: id and shown name; for users also the address. */
    record Entry(String id, @Nullable String name, @Nullable String email) {}

    record Membership(String user, String group) {}

    /** Nodes that start together take turns; held until the transaction ends. */
    void takeTurns() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('bihuan engine mirror'))")
                .query((row, n) -> n)
                .list();
    }

    List<Entry> users() {
        return jdbc.sql("select id_ as id, first_ as name, email_ as email from act_id_user")
                .query(Entry.class)
                .list();
    }

    List<Entry> groups() {
        return jdbc.sql("select id_ as id, name_ as name, null::text as email from act_id_group")
                .query(Entry.class)
                .list();
    }

    List<Membership> memberships() {
        return jdbc.sql("select user_id_ as \"user\", group_id_ as \"group\" from act_id_membership")
                .query(Membership.class)
                .list();
    }

    /**
     * One grant.
     *
     * @param holder the group; for a grant to a single user, which we never make, {@code user:} and the user
     * @param permissions the sum of their values
     */
    record Grant(String id, String holder, int resourceType, String resourceId, int permissions) {}

    List<Grant> grants(List<Integer> resourceTypes) {
        return jdbc.sql("""
                        select id_ as id, coalesce(group_id_, 'user:' || user_id_) as holder, resource_type_ as resource_type,
                               resource_id_ as resource_id, perms_ as permissions
                        from act_ru_authorization where type_ = 1 and resource_type_ in (:types)
                        """).param("types", resourceTypes).query(Grant.class).list();
    }

    boolean hasMember(String group) {
        return jdbc.sql("select count(*) from act_id_membership where group_id_ = :group")
                        .param("group", group)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
