package org.bihuan.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A new password for somebody who has lost his, over the API. */
@RestController
@RequestMapping("/api/v1/users/{id}/password-reset")
@Tag(name = "users")
class PasswordResetApi {
    private final PasswordDesk desk;
    private final CurrentPerson current;
    private final CountyTime time;

    PasswordResetApi(PasswordDesk desk, CurrentPerson current, CountyTime time) {
        this.desk = desk;
        this.current = current;
        this.time = time;
    }

    /** @param validUntil until then it serves one login; null: it lasts (sample county) */
    record GivenView(String user, String password, @Nullable OffsetDateTime validUntil) {}

    @PostMapping
    @Operation(summary = "A new password for one login, shown once; all logins of the person end (admin)")
    GivenView reset(@PathVariable String id, HttpServletRequest request) {
        var given = desk.reset(id, current.get(), request.getRemoteAddr());
        var until = given.validUntil();
        return new GivenView(
                given.user().value(),
                given.password(),
                until == null ? null : until.atZone(time.zone()).toOffsetDateTime());
    }
}
