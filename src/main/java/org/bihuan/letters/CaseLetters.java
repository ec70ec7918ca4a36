package org.bihuan.letters;

import java.util.List;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Person;

/** The letters of the cases, to read. Who may see a case may see its letters, and of a letter that several share his cases only. */
public interface CaseLetters {

    /** All of a case, the newest first. The caller has made sure that the reader may see the case. */
    List<CaseLetter> of(HazardNumber hazard, Person reader);

    /** How many drafts wait for the committee office. */
    int waiting();
}
