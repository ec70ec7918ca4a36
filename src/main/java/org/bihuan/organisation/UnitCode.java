package org.bihuan.organisation;

/**
 * The code of a unit (department, town, zone, bureau, committee office), for example {@code emb-chem}; it is also the
 * id of the unit's group in the engine's mirror.
 */
public record UnitCode(String value) {
    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
