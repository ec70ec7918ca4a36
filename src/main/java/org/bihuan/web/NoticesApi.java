package org.bihuan.web;

import java.util.List;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.notification.NoticeLine;
import org.bihuan.notification.Notices;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.NotVisible;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every rung and mail of a case, a line a recipient: "was the enterprise told?" (N14). */
@RestController
class NoticesApi {
    private final Notices notices;
    private final LedgerReader reader;
    private final CurrentPerson current;

    NoticesApi(Notices notices, LedgerReader reader, CurrentPerson current) {
        this.notices = notices;
        this.reader = reader;
        this.current = current;
    }

    @GetMapping("/api/v1/hazards/{number}/notices")
    Items notices(@PathVariable String number) {
        var seen = HazardNumber.read(number)
                .filter(found -> reader.maySee(found, current.get()))
                .orElseThrow(() -> new NotVisible(number));
        return new Items(notices.of(seen.value()));
    }

    /** A list as every call answers it. */
    record Items(List<NoticeLine> items) {}
}
