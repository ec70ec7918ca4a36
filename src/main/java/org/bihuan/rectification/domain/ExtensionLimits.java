package org.bihuan.rectification.domain;

/**
 * A row of decision table {@code extension-limits}.
 *
 * @param times how often a case may be extended
 * @param days by how much at most each time; CD
 * @param lead how long before the due day it is to be asked for; WD
 * @param total how long the whole may take from the assignment; CD
 */
public record ExtensionLimits(int times, int days, int lead, int total) {}
