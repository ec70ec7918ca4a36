package org.bihuan.engine;

/**
 * The beginning of one case in the engine.
 *
 * @param businessKey the hazard number
 * @param entry where the case enters its process; one of the values its entry gateway reads
 */
public record CaseStart(String businessKey, Enum<?> entry) {}
