package org.bihuan.organisation;

/**
 * People, roles or units have changed, or somebody stands in for somebody else from now on or no more; mirrors of them follow in the same
 * transaction.
 */
public record PeopleChanged() {}
