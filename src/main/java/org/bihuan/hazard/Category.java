package org.bihuan.hazard;

/** What kind of thing is wrong (GB/T 13861). */
public enum Category {
    PERSON,
    OBJECT,
    ENVIRONMENT,
    MANAGEMENT
}
