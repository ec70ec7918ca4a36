package org.bihuan.evidence;

import org.bihuan.organisation.Person;

/** Who may see and add files of a subject, and how a subject is held still meanwhile. Given by the room that knows the subjects. */
public interface EvidenceRights {
    /** Whether the person may see the subject; what one may not see answers as if it did not exist. */
    boolean maySee(String subject, Person person);

    /** Whether the person works on the subject and may therefore add files, in every status. */
    boolean mayAdd(String subject, Person person);

    /**
     * Locks the subject until the transaction ends: the first lock of whoever adds a file to it, as of whoever changes it
     * otherwise, so that the two wait for each other and never across.
     *
     * @throws org.bihuan.shared.NotVisible when there is no such subject
     */
    void hold(String subject);
}
