package org.bihuan.organisation;

import java.util.List;

/**
 * A town, township or zone, or the county itself.
 *
 * @param code nine digits; the county's own has six
 * @param aliases other names found in ledgers; each belongs to one region only
 */
public record Region(String code, String name, Kind kind, List<String> aliases) {

    /** What kind of place a region is. */
    public enum Kind {
        COUNTY,
        TOWN,
        TOWNSHIP,
        ZONE
    }

    /** The three digits that a hazard number carries; {@code 000} for the county itself (domain 4.7). */
    public String shortCode() {
        return kind == Kind.COUNTY ? "000" : code.substring(6);
    }
}
