package org.bihuan.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.security.PasswordDesk.Wish;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.InvalidInput.Problem;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 修改密码 for everybody, 密码管理 for administrators and, to read, for auditors. */
@Controller
class PasswordPages {
    private static final int EVENTS_SHOWN = 200;

    private final PasswordDesk desk;
    private final LoginInSession logins;
    private final CredentialEvents events;
    private final CurrentPerson current;
    private final MessageSource words;

    PasswordPages(
            PasswordDesk desk,
            LoginInSession logins,
            CredentialEvents events,
            CurrentPerson current,
            MessageSource words) {
        this.desk = desk;
        this.logins = logins;
        this.events = events;
        this.current = current;
        this.words = words;
    }

    @GetMapping("/password")
    String show(Model page) {
        return page(login(), Map.of(), page);
    }

    @PostMapping("/password")
    String change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes told) {
        var login = login();
        try {
            var goesOn = desk.change(login, new Wish(current, password, repeat), request.getRemoteAddr());
            request.changeSessionId();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(goesOn);
            logins.saveContext(context, request, response);
            told.addFlashAttribute("saved", true);
            return "redirect:/password";
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(login, atTheirFields(refused), page);
        } catch (Conflict faster) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(login, Map.of("password", word("conflict." + faster.code())), page);
        }
    }

    @GetMapping("/admin/passwords")
    String manage(@RequestParam(defaultValue = "") String user, Model page) {
        return management(reader(), user, page);
    }

    /** Shows the new password in the answer itself: it is kept nowhere, so nowhere can show it a second time. */
    @PostMapping("/admin/passwords")
    String reset(
            @RequestParam(defaultValue = "") String user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var by = reader();
        try {
            page.addAttribute("given", desk.reset(user.strip(), by, request.getRemoteAddr()));
        } catch (NotVisible unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            page.addAttribute("refusal", new Problem("user", "UNKNOWN", List.of()).inWords(words));
        } catch (BusinessRuleViolated broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute(
                    "refusal",
                    words.getMessage(broken.messageKey(), broken.arguments().toArray(), Locale.SIMPLIFIED_CHINESE));
        }
        return management(by, user, page);
    }

    private String page(LoggedIn login, Map<String, String> refusals, Model page) {
        page.addAttribute("forced", login.mustChange());
        page.addAttribute("account", login.getName());
        page.addAttribute("refusals", refusals);
        return login.mustChange() ? "password-forced" : "password";
    }

    private String management(Person reader, String user, Model page) {
        page.addAttribute("mayReset", reader.holds(Role.ADMIN));
        page.addAttribute("user", user);
        page.addAttribute("events", events.latest(EVENTS_SHOWN));
        return "passwords";
    }

    private Person reader() {
        var reader = current.get();
        if (!reader.holds(Role.ADMIN) && !reader.holds(Role.AUDITOR)) {
            throw new NotAllowed("RESET_PASSWORDS");
        }
        return reader;
    }

    private Map<String, String> atTheirFields(InvalidInput refused) {
        return refused.problems().stream()
                .collect(Collectors.groupingBy(
                        Problem::field, Collectors.mapping(problem -> problem.inWords(words), Collectors.joining())));
    }

    private String word(String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static LoggedIn login() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn login) {
            return login;
        }
        throw new NotAllowed("NOT_LOGGED_IN");
    }
}
