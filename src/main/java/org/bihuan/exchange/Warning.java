package org.bihuan.exchange;

/** Notes on a row that is taken in all the same, in the order in which they are given. */
enum Warning {
    BASIS_NOT_IN_FORCE,
    DUE_MISSING,
    NAME_DIFFERS,
    REGION_DIFFERS,
    REGION_FROM_ENTERPRISE,
    REGION_FROM_UNIT,
    YEAR_ASSUMED
}
