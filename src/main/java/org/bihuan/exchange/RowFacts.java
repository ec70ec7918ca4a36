package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.hazard.Grade;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.jspecify.annotations.Nullable;

/** What could be read of a row, whether it is taken in or not; what could not is absent. */
record RowFacts(
        @Nullable LocalDate foundOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate extendedTo,
        @Nullable Enterprise enterprise,
        @Nullable Unit responsibleUnit,
        @Nullable Region region,
        @Nullable Industry industry,
        @Nullable Unit findingUnit,
        @Nullable Grade grade,
        @Nullable String basisDocumentNo) {

    /** As results show it, under the keys of the county's expected files. */
    Map<String, @Nullable String> normalised() {
        Map<String, @Nullable String> shown = new LinkedHashMap<>();
        shown.put("found_on", text(foundOn));
        shown.put("due_on", text(dueOn));
        shown.put("rectified_on", text(completedOn));
        shown.put("closed_on", text(closedOn));
        shown.put("extended_to", text(extendedTo));
        shown.put(
                "enterprise_credit_code",
                enterprise == null ? null : enterprise.code().value());
        shown.put(
                "responsible_unit_code",
                responsibleUnit == null ? null : responsibleUnit.code().value());
        shown.put("region_code", region == null ? null : region.code());
        shown.put("grade", text(grade));
        shown.put("status", closedOn == null ? "OPEN" : "CLOSED");
        shown.put("basis_document_no", basisDocumentNo);
        shown.put("industry_code", industry == null ? null : industry.code());
        shown.put(
                "finding_unit_code",
                findingUnit == null ? null : findingUnit.code().value());
        return shown;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
