package org.bihuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.shared.InvalidInput;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Refusals as the Chinese sentences people read on a page. */
@Component
class Sentences {
    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    List<String> of(InvalidInput refused) {
        return refused.problems().stream().map(this::of).toList();
    }

    String of(InvalidInput.Problem problem) {
        var arguments = new ArrayList<Object>();
        arguments.add(say("label." + problem.field(), problem.field()));
        arguments.addAll(problem.arguments());
        var texts = arguments.stream().map(String::valueOf).toArray();
        return messages.getMessage("field." + problem.code(), texts, Locale.SIMPLIFIED_CHINESE);
    }

    private String say(String key, String otherwise) {
        var word = messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE);
        return word == null ? otherwise : word;
    }
}
