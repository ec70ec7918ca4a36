package org.bihuan.web;

import java.util.function.BiConsumer;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.rectification.Registrars;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The forms that Tasklist embeds. Each is drawn for one task and one login: who may not see task and case gets the same answer
 * as if there were none, whatever {@code userId} the address claims.
 */
@Controller
@RequestMapping("/forms")
class TaskFormsController {
    private final Cases cases;
    private final LedgerReader ledger;
    private final CurrentPerson currentPerson;
    private final TaskFormsCases casesOnForms;
    private final TaskFormsRegistration registration;
    private final TaskFormsReview review;

    TaskFormsController(
            Cases cases,
            LedgerReader ledger,
            CurrentPerson currentPerson,
            TaskFormsCases casesOnForms,
            TaskFormsRegistration registration,
            TaskFormsReview review) {
        this.cases = cases;
        this.ledger = ledger;
        this.currentPerson = currentPerson;
        this.casesOnForms = casesOnForms;
        this.registration = registration;
        this.review = review;
    }

    @GetMapping("/register")
    String register(Model model) {
        var person = currentPerson.get();
        if (!Registrars.mayRegister(person)) {
            throw new NotAllowed("REGISTER");
        }
        model.addAttribute("me", person.id().value());
        registration.show(person, model);
        return "forms/register";
    }

    @GetMapping("/review")
    String review(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("review", taskId, model, review::show);
    }

    @GetMapping("/accept")
    String accept(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("accept", taskId, model, (hazard, shown) -> {});
    }

    @GetMapping("/rectify")
    String rectify(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("rectify", taskId, model, casesOnForms::showRectification);
    }

    @GetMapping("/verify")
    String verify(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("verify", taskId, model, casesOnForms::showRounds);
    }

    @GetMapping("/supervise")
    String supervise(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("supervise", taskId, model, (hazard, shown) -> casesOnForms.showSupervision(taskId, hazard, shown));
    }

    @GetMapping("/decide-extension")
    String decideExtension(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("decide-extension", taskId, model, casesOnForms::showExtension);
    }

    @GetMapping("/decide-void")
    String decideVoid(@RequestParam(defaultValue = "") String taskId, Model model) {
        return form("decide-void", taskId, model, casesOnForms::showVoid);
    }

    private String form(String key, String taskId, Model model, BiConsumer<Hazard, Model> more) {
        var person = currentPerson.get();
        var hazard = cases.taskInCase(taskId, person)
                .filter(task -> task.key().equals(key))
                .map(task -> ledger.get(HazardNumber.of(task.businessKey()), person))
                .orElseThrow(() -> new NotVisible("task of a form"));
        model.addAttribute("me", person.id().value());
        model.addAttribute("sheet", casesOnForms.of(hazard));
        more.accept(hazard, model);
        return "forms/" + key;
    }
}
