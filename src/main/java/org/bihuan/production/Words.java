package org.bihuan.production;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bihuan.shared.Unfit;

/** The words of this room. Read without a message source, because an application that is refused its start has none. */
final class Words {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("messages.production", Locale.SIMPLIFIED_CHINESE);

    private Words() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.SIMPLIFIED_CHINESE).format(arguments);
    }

    /** Why there is no start, under the key, and what helps, under {@code <key>.action}. */
    static Unfit unfit(String key, Object... arguments) {
        return new Unfit(of(key, arguments), of(key + ".action", arguments));
    }
}
