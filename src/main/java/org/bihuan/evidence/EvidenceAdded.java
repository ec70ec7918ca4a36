package org.bihuan.evidence;

/**
 * A file now proves something about a subject. Published once per item, in the transaction that adds it.
 *
 * @param subject the item's subject, a hazard number
 */
public record EvidenceAdded(String subject, EvidenceItem item) {}
