package org.bihuan.organisation;

import java.util.Optional;

/** Who is acting in this request; the login stands behind it. */
public interface CurrentPerson {
    /** Empty in background work and before login. */
    Optional<Person> find();

    /** @throws org.bihuan.shared.NotAllowed when nobody is logged in */
    Person get();
}
