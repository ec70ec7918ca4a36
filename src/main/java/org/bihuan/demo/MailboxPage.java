package org.bihuan.demo;

import java.time.ZoneId;
import java.util.List;
import org.bihuan.notification.Outgoing;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotVisible;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the sample county has mailed and what waits to leave, for everybody who is logged in, and for programs as JSON. */
@Controller
@Profile("demo")
@Conditional(NoMailServerNamed.class)
class MailboxPage {
    private static final int SHOWN = 200;

    private final CollectedMails mails;
    private final Outgoing outgoing;
    private final CountyTime time;

    MailboxPage(CollectedMails mails, Outgoing outgoing, CountyTime time) {
        this.mails = mails;
        this.outgoing = outgoing;
        this.time = time;
    }

    /** Mail times are shown in county time. */
    @ModelAttribute("zone")
    ZoneId zone() {
        return time.zone();
    }

    @GetMapping("/demo/mailbox")
    String list(Model page) {
        page.addAttribute("mails", mails.newestFirst().stream().limit(SHOWN).toList());
        page.addAttribute("waiting", outgoing.waiting(SHOWN));
        page.addAttribute("undelivered", outgoing.undelivered(SHOWN));
        return "demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{number}")
    String open(@PathVariable long number, Model page) {
        page.addAttribute("mail", mails.numbered(number).orElseThrow(() -> new NotVisible("mail " + number)));
        return "demo/mail";
    }

    @GetMapping("/demo/mailbox.json")
    @ResponseBody
    List<CollectedMail> json() {
        return mails.newestFirst();
    }
}
