package org.bihuan.organisation;

/** People, roles or units have changed; mirrors of them follow in the same transaction. */
public record PeopleChanged() {}
