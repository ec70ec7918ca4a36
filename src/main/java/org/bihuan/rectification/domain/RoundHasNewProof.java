package org.bihuan.rectification.domain;

import java.util.List;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Category;
import org.bihuan.shared.BusinessRule;

/**
 * Each round's completion report rests on a new AFTER photo; for a hazard of management a paper will do (4.2).
 *
 * @param newFiles what was handed in as proof since the round began; the receipt of a paper service is none
 */
public record RoundHasNewProof(int round, Category category, List<EvidenceItem> newFiles) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return newFiles.stream().noneMatch(this::proves);
    }

    private boolean proves(EvidenceItem file) {
        return (file.stage() == Stage.AFTER && file.isImage())
                || (category == Category.MANAGEMENT && file.stage() == Stage.DOCUMENT);
    }

    @Override
    public List<Object> arguments() {
        return List.of(round, BusinessRule.word(category == Category.MANAGEMENT ? "proof.paperToo" : "proof.photo"));
    }
}
