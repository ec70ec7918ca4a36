package org.bihuan.web;

import java.util.List;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.Registrars;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells our scripts inside Camunda's pages who is there, so that they show what the person can use. */
@RestController
class MeController {
    private final CurrentPerson current;

    MeController(CurrentPerson current) {
        this.current = current;
    }

    @GetMapping("/app-api/me")
    Me me() {
        var person = current.get();
        return new Me(
                person.id().value(),
                person.name(),
                person.roles().stream().map(Role::group).sorted().toList(),
                Registrars.mayRegister(person));
    }

    /**
     * @param roles for example {@code committee-office}, in alphabetical order
     * @param mayRegister whether 登记隐患 is offered
     */
    record Me(String userId, String name, List<String> roles, boolean mayRegister) {}
}
