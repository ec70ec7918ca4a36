package org.bihuan.shared;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A sentence that must hold. Rules are records named as that sentence; the Javadoc names the legal source.
 *
 * <p>The refusal people read stands under {@code rule.<simple name>} in the message bundle of the rule's room; {@link
 * #arguments()} fill its places.
 */
public interface BusinessRule {

    /** Whether the sentence does not hold now. */
    boolean isBroken();

    /** Values for the places {@code {0}}, {@code {1}} … of the Chinese refusal, in order; empty when it has none. */
    default List<Object> arguments() {
        return List.of();
    }

    /** A word of the message bundles as an argument, for example {@code status.ASSIGNED}. */
    static MessageSourceResolvable word(String key) {
        return new DefaultMessageSourceResolvable(key);
    }

    /**
     * Demands that all the rules hold, in the order given.
     *
     * @throws BusinessRuleViolated for the first that does not; the caller's transaction must not commit
     */
    static void check(BusinessRule... rules) {
        for (var rule : rules) {
            if (rule.isBroken()) {
                throw new BusinessRuleViolated(rule);
            }
        }
    }
}
