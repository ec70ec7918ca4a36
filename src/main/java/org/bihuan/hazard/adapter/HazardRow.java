package org.bihuan.hazard.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Ending;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogHead;
import org.bihuan.hazard.Origin;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Source;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.VoidReason;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/** One row of table {@code hazard} as an entry of the ledger. */
final class HazardRow {
    private HazardRow() {}

    static Hazard read(ResultSet row, int index) throws SQLException {
        return new Hazard(
                HazardNumber.of(row.getString("number")),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                origin(row),
                finding(row),
                responsibility(row),
                new DueDates(
                        day(row, "due_on"),
                        day(row, "original_due_on"),
                        day(row, "approved_due_on"),
                        row.getBoolean("due_estimated"),
                        day(row, "runs_out_on")),
                row.getInt("round"),
                row.getBoolean("assigned"),
                row.getInt("extensions"),
                ending(row),
                new LogHead(row.getInt("log_seq"), row.getString("log_head")));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var findingUnit = row.getString("finding_unit");
        return new Origin(
                Source.valueOf(row.getString("source")),
                row.getObject("found_on", LocalDate.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                PersonId.of(row.getString("registered_by")),
                findingUnit == null ? null : UnitCode.of(findingUnit),
                row.getBoolean("self_registered"),
                row.getBoolean("taken_over"),
                row.getString("external_number"),
                day(row, "wished_due_on"));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Grade.valueOf(row.getString("grade")),
                Category.valueOf(row.getString("category")),
                row.getString("region"),
                row.getString("industry"),
                row.getString("location"),
                row.getString("description"),
                row.getString("criterion"));
    }

    private static Responsibility responsibility(ResultSet row) throws SQLException {
        var enterprise = row.getString("enterprise");
        var responsibleUnit = row.getString("responsible_unit");
        var responsibleUser = row.getString("responsible_user");
        var supervisingUnit = row.getString("supervising_unit");
        return new Responsibility(
                enterprise == null ? null : CreditCode.of(enterprise),
                responsibleUnit == null ? null : UnitCode.of(responsibleUnit),
                responsibleUser == null ? null : PersonId.of(responsibleUser),
                supervisingUnit == null ? null : UnitCode.of(supervisingUnit),
                row.getString("requirement"));
    }

    private static Ending ending(ResultSet row) throws SQLException {
        var reason = row.getString("void_reason");
        var survivor = row.getString("survivor");
        return new Ending(
                day(row, "completed_on"),
                day(row, "closed_on"),
                reason == null ? null : VoidReason.valueOf(reason),
                survivor == null ? null : HazardNumber.of(survivor));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
