package org.bihuan.notification;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of mails, {@code templates/mail}: each in an HTML and a text form. An engine apart from that of the pages. */
@Component
class MailTemplates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    MailTemplates(MessageSource messages) {
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
    }

    String html(String template, Map<String, Object> model) {
        return engine.process(template + ".html", context(model));
    }

    String text(String template, Map<String, Object> model) {
        return engine.process(template + ".txt", context(model)).strip() + "\n";
    }

    private static Context context(Map<String, Object> model) {
        return new Context(Locale.SIMPLIFIED_CHINESE, model);
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCheckExistence(true);
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        return resolver;
    }
}
