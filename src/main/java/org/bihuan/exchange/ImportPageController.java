package org.bihuan.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.shared.CountyTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 导入台账: where the committee office hands in a file and looks at every row. */
@Controller
class ImportPageController {
    private final ImportDesk desk;
    private final MessageSource messages;
    private final CountyTime time;

    ImportPageController(ImportDesk desk, MessageSource messages, CountyTime time) {
        this.desk = desk;
        this.messages = messages;
        this.time = time;
    }

    @GetMapping("/imports")
    String page(Model model) {
        model.addAttribute("latest", latest());
        model.addAttribute("today", time.today());
        model.addAttribute(
                "columns",
                Arrays.stream(LedgerColumn.values())
                        .map(column -> new Column(column.no(), LedgerHeaders.SHIPPED.name(column)))
                        .toList());
        model.addAttribute(
                "warnings",
                Arrays.stream(Warning.values())
                        .map(warning -> new Word(warning.name(), say("import.warning." + warning)))
                        .toList());
        return "imports";
    }

    private List<Latest> latest() {
        return desk.latest().stream()
                .map(batch -> {
                    var at = batch.broughtAt().atZone(time.zone());
                    return new Latest(
                            batch.id(),
                            "%s %02d:%02d".formatted(at.toLocalDate(), at.getHour(), at.getMinute()),
                            batch.fileName(),
                            batch.dryRun(),
                            batch.state().name());
                })
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** An import handed in before; {@code at} in county time. */
    record Latest(UUID id, String at, String fileName, boolean dryRun, String state) {}

    /** A ledger column to choose. */
    record Column(int no, String name) {}

    /** A warning's code and its sentence. */
    record Word(String code, String words) {}
}
