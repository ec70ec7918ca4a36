package org.bihuan.hazard;

/** How a hazard came to light; the Chinese names stand under {@code source.<CODE>}. */
public enum Source {
    SELF_CHECK,
    STAFF_REPORT,
    ROUTINE_INSPECTION,
    SPECIAL_INSPECTION,
    SUPERIOR_ORDER,
    EXPERT_REVIEW,
    PUBLIC_REPORT,
    MEDIA,
    TRANSFER,
    TOWN_PATROL,
    THIRD_PARTY,
    ACCIDENT_TRACING,
    MONITORING
}
