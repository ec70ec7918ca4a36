package org.bihuan.demo;

import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PeopleChanged;
import org.bihuan.organisation.Person;
import org.bihuan.security.Credentials;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever joins the sample county can log in at once, with the password that its log announces. A password that somebody has
 * changed stays.
 *
 * <p>One hash serves all: hashing 332 times would make the start half a minute longer, and there is nothing to protect where
 * the password is public.
 */
@Component
@Profile("demo")
class SamplePasswords {
    private final Organisation organisation;
    private final Credentials credentials;
    private final String password;

    SamplePasswords(
            Organisation organisation, Credentials credentials, @Value("${bihuan.demo.password}") String password) {
        this.organisation = organisation;
        this.credentials = credentials;
        this.password = password;
    }

    /** In the transaction that changes people. */
    @EventListener
    void on(PeopleChanged change) {
        credentials.setWhereMissing(
                organisation.people().stream().map(Person::id).toList(), password);
    }
}
