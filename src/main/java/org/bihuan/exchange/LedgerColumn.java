package org.bihuan.exchange;

import java.util.Optional;
import java.util.stream.Stream;

/** The 42 columns of the ledger file in their order (domain 9.1). */
enum LedgerColumn {
    SERIAL(1, "serial", 100),
    NUMBER(2, "number", 100),
    SOURCE(3, "source", 100),
    FOUND_ON(4, "found_on", 100),
    FINDING_UNIT(5, "finding_unit", 400),
    INSPECTORS(6, "inspectors", 400),
    ENTERPRISE_NAME(7, "enterprise_credit_code", 400),
    CREDIT_CODE(8, "enterprise_credit_code", 100),
    REGION(9, "region_code", 200),
    INDUSTRY(10, "industry", 200),
    LOCATION(11, "location", 400),
    DESCRIPTION(12, "description", 4000),
    CATEGORY(13, "category", 200),
    GRADE(14, "grade", 100),
    CRITERION(15, "criterion", 1000),
    REQUIREMENT(16, "requirement", 2000),
    DUE_ON(17, "due_on", 100),
    RESPONSIBLE(18, "responsible_unit_code", 400),
    RESPONSIBLE_PERSON(19, "responsible_person", 200),
    RESPONSIBLE_PHONE(20, "responsible_phone", 100),
    INDUSTRY_DEPARTMENT(21, "industry_department", 400),
    REGION_PERSON(22, "region_person", 200),
    FUNDS(23, "funds", 100),
    GOAL(24, "goal", 2000),
    CONTINGENCY(25, "contingency", 2000),
    SUSPENSION(26, "suspension", 100),
    LISTING_LEVEL(27, "listing_level", 100),
    LISTING_BODY(28, "listing_body", 200),
    PROGRESS(29, "progress", 100),
    COMPLETED_ON(30, "rectified_on", 100),
    PHOTOS_BEFORE(31, "photos_before", 4000),
    PHOTOS_AFTER(32, "photos_after", 4000),
    SELF_ACCEPTANCE(33, "self_acceptance", 200),
    EXPERT_EVALUATION(34, "expert_evaluation", 200),
    VERIFICATION(35, "verification", 400),
    COUNTERSIGN(36, "countersign", 400),
    CLOSED_ON(37, "closed_on", 100),
    EXTENSION(38, "extended_to", 100),
    DAYS_OVERDUE(39, "days_overdue", 100),
    PAPERS(40, "papers", 400),
    RECURRENCE(41, "recurrence", 100),
    REMARK(42, "remark", 2000);

    private final int no;
    private final String field;
    private final int maxLength;

    LedgerColumn(int no, String field, int maxLength) {
        this.no = no;
        this.field = field;
        this.maxLength = maxLength;
    }

    /** 1 to 42, as in the table of the handbook. */
    int no() {
        return no;
    }

    static Optional<LedgerColumn> of(int no) {
        return Stream.of(values()).filter(column -> column.no() == no).findFirst();
    }

    /** The key under which results name it. */
    String field() {
        return field;
    }

    /** Characters that the ledger keeps of it. */
    int maxLength() {
        return maxLength;
    }

    /** Whether its texts are kept as written, so that their length matters; the others are read into something shorter. */
    boolean isKeptAsText() {
        return switch (this) {
            case NUMBER,
                    INSPECTORS,
                    LOCATION,
                    DESCRIPTION,
                    CRITERION,
                    REQUIREMENT,
                    RESPONSIBLE,
                    RESPONSIBLE_PERSON,
                    RESPONSIBLE_PHONE,
                    INDUSTRY_DEPARTMENT,
                    REGION_PERSON,
                    GOAL,
                    CONTINGENCY,
                    SUSPENSION,
                    LISTING_LEVEL,
                    LISTING_BODY,
                    SELF_ACCEPTANCE,
                    EXPERT_EVALUATION,
                    VERIFICATION,
                    COUNTERSIGN,
                    PAPERS,
                    RECURRENCE,
                    REMARK -> true;
            default -> false;
        };
    }

    /** Whether a sheet may hold it in several columns, all of which count. */
    boolean maySplit() {
        return switch (this) {
            case RESPONSIBLE,
                    INDUSTRY_DEPARTMENT,
                    REGION_PERSON,
                    FUNDS,
                    SELF_ACCEPTANCE,
                    EXPERT_EVALUATION,
                    VERIFICATION,
                    COUNTERSIGN,
                    EXTENSION -> true;
            default -> false;
        };
    }
}
