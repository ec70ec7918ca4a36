package org.bihuan.engine;

/** The start form of a process: a person begins a case from Tasklist. A bean per process that has one. */
public interface StartForm {
    /** The process definition key. */
    String process();

    /**
     * Registers what the form says.
     *
     * @return where the new case begins; the engine gives the instance its business key and entry
     */
    CaseStart submitted(Submission form);
}
