package org.bihuan.exchange;

/** Why a row is not taken in; the Chinese sentences stand under {@code import.<CODE>}. Order of errors: {@link RowReader}. */
enum Reason {
    DESCRIPTION_MISSING,
    GRADE_UNKNOWN,
    DATE_MISSING,
    DATE_INVALID,
    DUE_BEFORE_FOUND,
    CLOSED_BEFORE_FOUND,
    FOUND_IN_FUTURE,
    CREDIT_CODE_INVALID,
    ENTERPRISE_UNKNOWN,
    ENTERPRISE_MISMATCH,
    RESPONSIBLE_UNKNOWN,
    REGION_UNKNOWN,
    /** A text longer than the ledger keeps: it would have to be cut, and nothing is cut silently. */
    TEXT_TOO_LONG,
    DUPLICATE_EXACT,
    DUPLICATE_NEAR,
    DUPLICATE_IN_LEDGER
}
