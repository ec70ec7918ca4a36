package org.bihuan.rectification.domain;

import java.util.List;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.shared.BusinessRule;

/** A hazard fixed during the inspection is closed at once only with a photo before and a photo after (4.2). */
public record OnTheSpotHasBothPhotos(List<EvidenceItem> files) implements BusinessRule {
    @Override
    public boolean isBroken() {
        return lacks(Stage.BEFORE) || lacks(Stage.AFTER);
    }

    private boolean lacks(Stage stage) {
        return files.stream().noneMatch(file -> file.stage() == stage && file.isImage());
    }
}
