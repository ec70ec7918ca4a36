package org.bihuan.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the export writes each of the 42 columns, so that the import reads it back. */
final class LedgerRowCells {
    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int TEN_THOUSAND_DIGITS = 4;

    private LedgerRowCells() {}

    /** Absent for an empty cell. */
    static @Nullable SheetCell cell(LedgerColumn column, LedgerRow row, long serial) {
        var more = row.particulars();
        return switch (column) {
            case SERIAL -> SheetCell.number((double) serial, null);
            case NUMBER -> text(row.number());
            case SOURCE -> text(Words.SHIPPED.written("source", row.source()));
            case FOUND_ON -> day(row.foundOn());
            case FINDING_UNIT -> text(row.findingUnit());
            case INSPECTORS -> text(more.inspectors());
            case ENTERPRISE_NAME -> text(row.enterpriseName());
            case CREDIT_CODE -> text(row.creditCode());
            case REGION -> text(row.region());
            case INDUSTRY -> text(row.industry());
            case LOCATION -> text(row.location());
            case DESCRIPTION -> text(row.description());
            case CATEGORY -> text(Words.SHIPPED.written("category", row.category()));
            case GRADE -> text(Words.SHIPPED.written("grade", row.grade()));
            case CRITERION -> text(row.criterion());
            case REQUIREMENT -> text(row.requirement());
            case DUE_ON -> day(row.dueOn());
            case RESPONSIBLE -> text(row.responsible());
            case RESPONSIBLE_PERSON -> text(more.responsiblePerson());
            case RESPONSIBLE_PHONE ->
                more.responsiblePhone() == null ? null : text(Phone.masked(more.responsiblePhone()));
            case INDUSTRY_DEPARTMENT -> text(more.industryDepartment());
            case REGION_PERSON -> text(more.regionPerson());
            case FUNDS -> funds(more.plannedYuan(), more.spentYuan());
            case GOAL -> text(more.goal());
            case CONTINGENCY -> text(more.contingency());
            case SUSPENSION -> text(more.suspension());
            case LISTING_LEVEL -> text(more.listingLevel());
            case LISTING_BODY -> text(more.listingBody());
            case PROGRESS -> more.progressPercent() == null ? null : SheetCell.number(more.progressPercent(), null);
            case COMPLETED_ON -> day(row.completedOn());
            case PHOTOS_BEFORE -> photos(row.photosBefore(), row.caseLink());
            case PHOTOS_AFTER -> photos(row.photosAfter(), row.caseLink());
            case SELF_ACCEPTANCE -> text(more.selfAcceptance());
            case EXPERT_EVALUATION -> text(more.expertEvaluation());
            case VERIFICATION -> text(more.verification());
            case COUNTERSIGN -> text(more.countersign());
            case CLOSED_ON -> day(row.closedOn());
            case EXTENSION -> extension(row);
            case DAYS_OVERDUE -> SheetCell.number((double) row.daysOverdue(), null);
            case PAPERS -> text(more.papers());
            case RECURRENCE -> text(more.recurrence());
            case REMARK -> remark(row);
        };
    }

    private static @Nullable SheetCell text(@Nullable String text) {
        return text == null || text.isEmpty() ? null : SheetCell.text(text);
    }

    private static @Nullable SheetCell day(@Nullable LocalDate day) {
        return day == null ? null : SheetCell.date((double) ChronoUnit.DAYS.between(DAY_ZERO, day), false, DAY_FORMAT);
    }

    /** A due date stays a plain date to reckon with; that it is estimated stands here (6.3). */
    private static @Nullable SheetCell remark(LedgerRow row) {
        return text(
                Stream.of(row.particulars().remark(), row.dueEstimated() ? Words.SHIPPED.plain("mark.estimated") : null)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; ")));
    }

    /** Planned and spent in ten thousands of yuan, for example 5/3.2. */
    private static @Nullable SheetCell funds(@Nullable Long planned, @Nullable Long spent) {
        return planned == null && spent == null
                ? null
                : SheetCell.text(tenThousands(planned) + "/" + tenThousands(spent));
    }

    private static String tenThousands(@Nullable Long yuan) {
        if (yuan == null) {
            return "";
        }
        var number = BigDecimal.valueOf(yuan, TEN_THOUSAND_DIGITS).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    private static SheetCell photos(int count, @Nullable String link) {
        return count == 0 || link == null ? SheetCell.number(count, null) : SheetCell.text(count + " " + link);
    }

    private static @Nullable SheetCell extension(LedgerRow row) {
        if (row.extensions() == 0) {
            return null;
        }
        return SheetCell.text(row.extensions() + "/" + (row.approvedUntil() == null ? "" : row.approvedUntil()));
    }
}
