package org.bihuan.security;

import org.bihuan.organisation.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The two pages at the door: coming in and going out. */
@Controller
class LoginPage {
    private final CurrentPerson currentPerson;

    LoginPage(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @GetMapping("/login")
    String login() {
        return currentPerson.find().isPresent() ? "redirect:/" : "login";
    }

    /** Leaving takes a click: a link alone, perhaps a foreign page's, must not throw anybody out. */
    @GetMapping("/logout")
    String logout() {
        return "logout";
    }
}
