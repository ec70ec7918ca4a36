package org.bihuan.organisation;

/**
 * A trade and the unit that supervises it.
 *
 * @param name full name; ledgers may leave out its bracket
 * @param highRisk whether its hazards, general ones too, go to that unit first (domain 4.7)
 */
public record Industry(String code, String name, UnitCode supervisingUnit, boolean highRisk) {}
