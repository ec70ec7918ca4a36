package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.hazard.Criterion;

/** Finds the catalogue document that a major hazard's criterion names (reading rule 10). */
final class Basis {
    private final List<Criterion> catalogue;
    private final List<String> documents;

    /** @param catalogue every edition, ended ones included */
    Basis(List<Criterion> catalogue) {
        this.catalogue = List.copyOf(catalogue);
        this.documents =
                catalogue.stream().map(Criterion::documentNo).distinct().toList();
    }

    /** The document number as the catalogue writes it: the first one in the text, of several at one place the longest. */
    Optional<String> documentIn(String criterion) {
        var text = Wording.roundBrackets(Wording.of(criterion));
        String best = null;
        var bestAt = Integer.MAX_VALUE;
        for (var document : documents) {
            var at = text.indexOf(Wording.roundBrackets(Wording.of(document)));
            if (at >= 0 && (at < bestAt || (at == bestAt && best != null && document.length() > best.length()))) {
                best = document;
                bestAt = at;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether an edition under that number was in force. */
    boolean isInForce(String documentNo, LocalDate day) {
        return catalogue.stream()
                .anyMatch(criterion -> criterion.documentNo().equals(documentNo) && criterion.isInForceOn(day));
    }
}
