package org.bihuan.notification;

import java.net.URI;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When mail may leave the house, how fast, and what it names as its home.
 *
 * @param officeHours window on working days, business zone; immediate kinds ignore it (N5)
 * @param digestAt when the daily digest leaves; within the office hours
 * @param mailPerMinute upper bound of mails handed to the server, over all nodes; 1 or more
 * @param baseUrl what links in mails begin with
 * @param mailFrom address that mails come from; absent: noreply at the host of the base address
 */
@ConfigurationProperties("bihuan")
record NotificationSettings(
        @DefaultValue("08:30-17:30") OfficeHours officeHours,
        @DefaultValue("08:30") LocalTime digestAt,
        @DefaultValue("120") int mailPerMinute,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @Nullable String mailFrom) {

    NotificationSettings {
        if (!officeHours.contains(digestAt)) {
            throw new IllegalArgumentException(
                    "bihuan.digest-at " + digestAt + " lies outside bihuan.office-hours: the digest could never leave");
        }
        if (mailPerMinute < 1) {
            throw new IllegalArgumentException("bihuan.mail-per-minute must be 1 or more: " + mailPerMinute);
        }
    }

    String linkTo(String hazard) {
        return page("/t/" + hazard);
    }

    /** @param path from the root of our pages */
    String page(String path) {
        return baseUrl.toString().replaceAll("/+$", "") + path;
    }

    String sender() {
        if (mailFrom != null && !mailFrom.isBlank()) {
            return mailFrom.strip();
        }
        var host = baseUrl.getHost();
        // A bare machine name or a number is no domain that a mail server would accept.
        return host != null && host.matches(".*[A-Za-z].*\\.[A-Za-z]{2,}")
                ? "noreply@" + host
                : "noreply@bihuan.example";
    }
}
