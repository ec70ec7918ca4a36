package org.bihuan.exchange;

import java.util.Optional;
import org.bihuan.organisation.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where the hazard lies (reading rule 8): the cell's region, else that of the enterprise or unit.
 *
 * @param isUnknown whether the cell names no region
 */
record RowRegion(@Nullable Region region, boolean isUnknown, Optional<Warning> warning) {

    static RowRegion of(DataRow row, Party party, Directory directory) {
        var enterprise = party.enterprise();
        var unit = party.unit();
        var cell = row.folded(LedgerColumn.REGION);
        if (cell.isEmpty()) {
            if (enterprise != null) {
                return from(directory.regionOf(enterprise.region()), Warning.REGION_FROM_ENTERPRISE);
            }
            return unit == null
                    ? new RowRegion(null, false, Optional.empty())
                    : from(directory.regionOf(unit.region()), Warning.REGION_FROM_UNIT);
        }
        var region = directory.region(cell);
        if (region.isEmpty()) {
            return new RowRegion(null, true, Optional.empty());
        }
        var differs =
                enterprise != null && !enterprise.region().equals(region.get().code());
        return new RowRegion(region.get(), false, differs ? Optional.of(Warning.REGION_DIFFERS) : Optional.empty());
    }

    private static RowRegion from(Optional<Region> region, Warning warning) {
        return new RowRegion(region.orElse(null), region.isEmpty(), Optional.of(warning));
    }
}
