package org.bihuan.rectification;

/** Why a closed case is taken up again (T28). */
public enum ReopenReason {
    LOOK_BACK_FAILED,
    FALSE_RECTIFICATION,
    EVIDENCE_DEFECT,
    /** Its report waits for a verdict again; nothing has to be rectified anew. */
    CLOSED_BY_MISTAKE
}
