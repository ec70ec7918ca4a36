package org.bihuan.notification;

/**
 * A case of whose delay the reader had been told, and which has gone on since (N13).
 *
 * @param news what ended the delay last: SUBMITTED, RETURNED, CLOSED ...
 */
record AllClear(CaseFacts facts, String news) {}
