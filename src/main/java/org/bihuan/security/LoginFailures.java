package org.bihuan.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wrong passwords, counted per account and address. Five in a row lock that account for that address for a while; elsewhere
 * its owner still gets in, so nobody can lock out a colleague.
 */
@Repository
@Transactional
class LoginFailures {
    private static final int LOCKING = 5;

    private final JdbcClient jdbc;

    LoginFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an account stands for an address. */
    enum Standing {
        CLEAN,
        FAILED_LATELY,
        LOCKED
    }

    @Transactional(readOnly = true)
    Standing standing(String account, String address) {
        return jdbc.sql("""
                        select coalesce(locked_until > now(), false) from login_failure
                        where account = :account and address = :address
                        """)
                .param("account", account)
                .param("address", address)
                .query(Boolean.class)
                .optional()
                .map(locked -> locked ? Standing.LOCKED : Standing.FAILED_LATELY)
                .orElse(Standing.CLEAN);
    }

    /**
     * Counts one; failures that lie further back than a lock would last count no more.
     *
     * @return whether this one has locked the account for the address
     */
    boolean count(String account, String address) {
        var failures = jdbc.sql("""
                        insert into login_failure as f (account, address, failures, last_failed_at)
                        values (:account, :address, 1, now())
                        on conflict (account, address) do update set
                            failures = case when f.last_failed_at < now() - interval '15 min' then 1
                                            else least(f.failures + 1, 1000) end,
                            locked_until = case when f.last_failed_at >= now() - interval '15 min' and f.failures + 1 >= 5
                                                then now() + interval '15 min' end,
                            last_failed_at = now()
                        returning failures
                        """)
                .param("account", account)
                .param("address", address)
                .query(Integer.class)
                .single();
        jdbc.sql("delete from login_failure where last_failed_at < now() - interval '1 day'")
                .update();
        return failures == LOCKING;
    }

    /** A new password ends the locks of the account at every address. */
    void forgetAll(String account) {
        jdbc.sql("delete from login_failure where account = :account")
                .param("account", account)
                .update();
    }

    /** The right password ends the row of wrong ones. */
    void forget(String account, String address) {
        jdbc.sql("delete from login_failure where account = :account and address = :address")
                .param("account", account)
                .param("address", address)
                .update();
    }
}
