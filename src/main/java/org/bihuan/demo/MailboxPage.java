package org.bihuan.demo;

import java.util.List;
import org.bihuan.shared.NotVisible;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the sample county has mailed, for everybody who is logged in, and for programs as JSON. */
@Controller
@Profile("demo")
@Conditional(NoMailServerNamed.class)
class MailboxPage {
    private final CollectedMails mails;

    MailboxPage(CollectedMails mails) {
        this.mails = mails;
    }

    @GetMapping("/demo/mailbox")
    String list(Model page) {
        page.addAttribute("mails", mails.newestFirst());
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
