package org.bihuan.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the application did not start in a line instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnfitInWords extends AbstractFailureAnalyzer<Unfit> {
    @Override
    protected FailureAnalysis analyze(Throwable start, Unfit unfit) {
        return new FailureAnalysis(unfit.getMessage(), unfit.cure(), unfit);
    }
}
