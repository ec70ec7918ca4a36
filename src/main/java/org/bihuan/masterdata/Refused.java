package org.bihuan.masterdata;

import java.util.List;
import org.bihuan.shared.InvalidInput;

/** Complaints about columns as a refusal of the fields of a form. */
final class Refused {
    private Refused() {}

    /** @throws InvalidInput with all of them */
    static void unlessSound(List<Complaint> complaints) {
        if (!complaints.isEmpty()) {
            throw new InvalidInput(complaints.stream()
                    .map(complaint -> new InvalidInput.Problem(
                            Names.field(complaint.column()), complaint.code(), complaint.arguments()))
                    .toList());
        }
    }
}
