package org.bihuan.shared;

import java.util.List;
import java.util.Locale;

/** A refusal: a rule of the field does not hold, so nothing changes. The edges answer it with 422 and its Chinese sentence. */
public class BusinessRuleViolated extends RuntimeException {
    private final transient BusinessRule rule;
    private final String name;

    public BusinessRuleViolated(BusinessRule rule) {
        super(rule.getClass().getSimpleName() + " does not hold");
        this.rule = rule;
        this.name = rule.getClass().getSimpleName();
    }

    /** The rule's name in capitals, for example {@code VERIFIER_TOOK_NO_PART}. */
    public String code() {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** Key of the Chinese refusal, for example {@code rule.VerifierTookNoPart}. */
    public String messageKey() {
        return "rule." + name;
    }

    public List<Object> arguments() {
        return rule.arguments();
    }
}
