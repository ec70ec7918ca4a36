package org.bihuan.rectification.domain;

import java.util.List;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.shared.BusinessRule;

/**
 * Who reports for an enterprise without a computer hands in its signed slip (T8).
 *
 * @param newFiles what was handed in as proof since the round began; the receipt of the paper service is none
 */
public record ReportForOthersHasASignedSlip(boolean onBehalf, List<EvidenceItem> newFiles) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return onBehalf && newFiles.stream().noneMatch(file -> file.stage() == Stage.DOCUMENT);
    }
}
