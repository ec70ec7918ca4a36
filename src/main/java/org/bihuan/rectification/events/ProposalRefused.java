package org.bihuan.rectification.events;

import org.bihuan.organisation.PersonId;

/**
 * What one person proposed another has turned down (T23, T28); the proposer is told, and the case goes on as before.
 *
 * @param entry number of the log entry that says so
 * @param kind VOID or REOPEN
 * @param opinion the decider's words
 */
public record ProposalRefused(String hazard, int entry, String kind, PersonId proposer, String opinion) {}
