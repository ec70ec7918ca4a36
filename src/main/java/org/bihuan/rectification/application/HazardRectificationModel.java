package org.bihuan.rectification.application;

import java.util.Locale;

/** Every word that {@code hazard-rectification.bpmn} and the code share, and nothing else. */
public final class HazardRectificationModel {
    public static final String KEY = "hazard-rectification";

    /** Outcomes the gateways read; each its own name. */
    public static final String REVIEW_DECISION = "reviewDecision";

    public static final String ACCEPT_DECISION = "acceptDecision";
    public static final String VERDICT = "verdict";
    public static final String VOID_DECISION = "voidDecision";

    /** Messages that move a case without a form. */
    public static final String SERVED_ON_PAPER = "served-on-paper";

    public static final String REPORT_WITHDRAWN = "completion-report-withdrawn";

    /** Opens 延期审批 beside the main path. */
    public static final String EXTENSION_ASKED = "extension-asked";

    /** Takes 延期审批 back. */
    public static final String EXTENSION_RECALLED = "extension-recalled";

    /** Opens 作废审批 beside the main path. */
    public static final String VOID_PROPOSED = "void-proposed";

    private HazardRectificationModel() {}

    /** User tasks in diagram order. */
    public enum Step {
        REVIEW,
        ACCEPT,
        RECTIFY,
        VERIFY,
        SUPERVISE,
        DECIDE_EXTENSION,
        DECIDE_VOID;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where a case enters its process; told by variable {@code entry}. */
    public enum Entry {
        REVIEW,
        ACCEPT,
        RECTIFY,
        VERIFY,
        CLOSE
    }

    /** What a review may end with (T3, T4, T5). */
    public enum ReviewDecision {
        ACCEPT,
        DUPLICATE,
        REJECT
    }

    /** What a desk may answer to a request. */
    public enum Decision {
        GRANT,
        REFUSE
    }

    /** What the responsible side may answer (T6, T7). */
    public enum AcceptDecision {
        ACCEPT,
        DECLINE
    }
}
