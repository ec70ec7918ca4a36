package org.bihuan.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the application did not start in a line instead of a stack trace. */
class UnfitInWords extends AbstractFailureAnalyzer<Unfit> {
    @Override
    protected FailureAnalysis analyze(Throwable start, Unfit unfit) {
        return new FailureAnalysis(unfit.getMessage(), unfit.cure(), unfit);
    }
}
