package org.bihuan.demo;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in words why the sample county does not start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {
    // No application, hence no message source: it is just not coming up.
    private final ResourceBundle words = ResourceBundle.getBundle("messages.demo");

    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused refused) {
        return new FailureAnalysis(sentence(refused, ""), sentence(refused, ".action"), root);
    }

    private String sentence(StartRefused refused, String suffix) {
        return MessageFormat.format(
                words.getString(refused.key() + suffix), refused.arguments().toArray());
    }
}
