package org.bihuan.notification;

/** What is the matter with a case: the review it waits for, or one of its clocks; in the order in which a case meets them. */
enum Matter {
    REVIEW,
    ACCEPT,
    RECTIFY,
    VERIFY,
    EXTENSION,
    VOIDING,
    REOPENING,
    SUPERVISE_UNIT,
    SUPERVISE_OFFICE,
    SUPERVISE_COUNTY
}
