package org.bihuan.masterdata;

import java.util.Map;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.NotAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资料变更: the log of master data, for the administrator and whoever audits him (P6, P8). */
@Controller
class ChangesPage {
    private static final int A_PAGE = 100;

    private final ChangeLines changes;
    private final CurrentPerson current;
    private final CountyTime time;

    ChangesPage(ChangeLines changes, CurrentPerson current, CountyTime time) {
        this.changes = changes;
        this.current = current;
        this.time = time;
    }

    @GetMapping("/admin/master-data/changes")
    String page(@RequestParam Map<String, String> given, Model model) {
        var reader = current.get();
        if (!reader.is(Role.ADMIN) && !reader.is(Role.AUDITOR)) {
            throw new NotAllowed("MASTER_DATA_CHANGES");
        }
        var fields = new Fields(given, time.zone());
        var before = fields.wholeNumber("before").orElse(Long.MAX_VALUE);
        var key = fields.text("key", 80).orElse("");
        fields.check();
        var lines = changes.of("", key, before, A_PAGE + 1);
        var page = lines.subList(0, Math.min(A_PAGE, lines.size()));
        model.addAttribute("lines", page);
        model.addAttribute("key", key);
        model.addAttribute("isAdmin", reader.is(Role.ADMIN));
        model.addAttribute("next", lines.size() > A_PAGE ? page.get(A_PAGE - 1).id() : null);
        return "master-data-changes";
    }
}
