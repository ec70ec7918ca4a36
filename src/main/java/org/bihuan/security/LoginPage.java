package org.bihuan.security;

import org.bihuan.organisation.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

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

    /** Where a login ends whose page had been open longer than its session. */
    @RequestMapping("/login/again")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String loginAgain(Model page) {
        page.addAttribute("expired", true);
        return "login";
    }

    @RequestMapping("/logout/again")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String logoutAgain() {
        return "logout";
    }
}
