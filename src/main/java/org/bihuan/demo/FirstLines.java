package org.bihuan.demo;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Tells a newcomer, once everything runs, where to go, as whom, and where the mails are. */
@Component
@Profile("demo")
class FirstLines {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLines.class);
    private static final int FIRST_WIDE_CHARACTER = 0x2E80;
    private static final int ROLE_WIDTH = 20;
    private static final int USER_WIDTH = 22;

    private final SampleUsers users;
    private final MessageSource words;
    private final Environment settings;
    private final String password;
    private final Path dataDirectory;

    FirstLines(
            SampleUsers users,
            MessageSource words,
            Environment settings,
            @Value("${bihuan.demo.password}") String password,
            @Value("${bihuan.data-dir}") Path dataDirectory) {
        this.users = users;
        this.words = words;
        this.settings = settings;
        this.password = password;
        this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info(text());
    }

    String text() {
        var address = "http://localhost:" + settings.getProperty("local.server.port", "8080");
        return word("ready", address, mails(address), data(), password, people());
    }

    private String mails(String address) {
        var server = settings.getProperty("spring.mail.host");
        return StringUtils.hasText(server)
                ? word("ready.mails-at-server", server)
                : word("ready.mails-in-mailbox", address);
    }

    private String data() {
        var database = settings.getProperty("spring.datasource.url");
        return StringUtils.hasText(database)
                ? word("ready.data-at-server", dataDirectory, database.replaceFirst("\\?.*", ""))
                : word("ready.data-here", dataDirectory);
    }

    private String people() {
        return users.onePerRole().entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(Role role, Person person) {
        var name = words.getMessage("role." + role, null, role.group(), Locale.SIMPLIFIED_CHINESE);
        return "    " + padded(String.valueOf(name), ROLE_WIDTH)
                + padded(person.id().value(), USER_WIDTH) + person.name();
    }

    private String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** Chinese characters take two columns of a terminal. */
    private static String padded(String text, int columns) {
        var taken = text.codePoints()
                .map(character -> character < FIRST_WIDE_CHARACTER ? 1 : 2)
                .sum();
        return text + " ".repeat(Math.max(1, columns - taken));
    }
}
