package org.bihuan.notification;

import java.util.List;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 恢复后待确认的邮件: for whoever keeps the machine running and for the committee office. */
@Controller
class SetAsidePage {
    private static final int SHOWN = 200;

    private final SetAsideRows rows;
    private final CurrentPerson current;
    private final CountyTime time;

    SetAsidePage(SetAsideRows rows, CurrentPerson current, CountyTime time) {
        this.rows = rows;
        this.current = current;
        this.time = time;
    }

    @GetMapping("/mail/set-aside")
    String show(Model model) {
        checkThatHeMay();
        model.addAttribute("total", rows.count());
        model.addAttribute("mails", rows.oldest(SHOWN));
        model.addAttribute("zone", time.zone());
        return "set-aside";
    }

    @PostMapping("/mail/set-aside/release")
    String release(@RequestParam(defaultValue = "") List<String> key, RedirectAttributes told) {
        checkThatHeMay();
        told.addFlashAttribute("released", rows.release(key, time.now()));
        return "redirect:/mail/set-aside";
    }

    @PostMapping("/mail/set-aside/drop")
    String drop(@RequestParam(defaultValue = "") List<String> key, RedirectAttributes told) {
        checkThatHeMay();
        told.addFlashAttribute("dropped", rows.drop(key));
        return "redirect:/mail/set-aside";
    }

    private void checkThatHeMay() {
        var person = current.get();
        if (!person.is(Role.ADMIN) && !person.is(Role.COMMITTEE_OFFICE)) {
            throw new NotAllowed("SET_ASIDE_MAIL");
        }
    }
}
