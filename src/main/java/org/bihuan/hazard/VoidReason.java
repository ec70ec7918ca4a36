package org.bihuan.hazard;

/** Why an entry is invalid (domain 4.1). */
public enum VoidReason {
    WRONG_ENTRY,
    NOT_A_HAZARD,
    TRANSFERRED_OUT
}
