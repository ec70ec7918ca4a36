package org.bihuan.web;

import java.util.List;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.rectification.CaseHistory;
import org.jspecify.annotations.Nullable;

/**
 * One round of a case as its forms show it.
 *
 * @param report the one that waits for its verdict or got it; absent while work goes on
 * @param after photos of the rectified place
 * @param papers documents handed in with them
 * @param ofTheVisit photos of the verifying visit
 */
record TaskFormsRound(
        int number,
        CaseHistory.@Nullable Report report,
        @Nullable String reporter,
        CaseHistory.@Nullable Judgement judgement,
        @Nullable String judge,
        List<EvidenceItem> after,
        List<EvidenceItem> papers,
        List<EvidenceItem> ofTheVisit) {}
