package org.bihuan.deadline.application;

import java.util.List;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.domain.Step;
import org.bihuan.deadline.domain.Term;

/** The county's numbers: terms and ladder, as the decision tables say that were in force when the case was registered. */
public interface DeadlineTables {

    /** What a term is for: a clock, the rework after a return, or any 督办. */
    enum Purpose {
        ACCEPT,
        RECTIFY,
        VERIFY,
        REWORK,
        REVIEW,
        EXTENSION,
        VOIDING,
        REOPENING,
        SUPERVISION;

        /** The first term of a clock. */
        public static Purpose of(ClockKind kind) {
            return kind.isASupervision() ? SUPERVISION : valueOf(kind.name());
        }
    }

    /** @param immediate whether the hazard must be removed at once (a general hazard due at most one day after assignment) */
    Term term(Purpose purpose, CaseTraits of, boolean immediate);

    /** Which version of table {@code deadline} rules the case. */
    int version(CaseTraits of);

    List<Step> ladder(ClockKind clock, CaseTraits of);
}
