package org.bihuan.notification;

import java.util.LinkedHashMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The alarms in the details of health. It stays up: a node that is taken out of service reminds nobody either. */
@Component("remindersHealthIndicator") // its name in the answer: reminders
class RemindersHealthIndicator implements HealthIndicator {
    private final Alarms alarms;

    RemindersHealthIndicator(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public Health health() {
        var standing = new LinkedHashMap<String, String>();
        alarms.standing().forEach(alarm -> standing.put(alarm.code(), alarm.text()));
        return Health.up().withDetail("alarms", standing).build();
    }
}
