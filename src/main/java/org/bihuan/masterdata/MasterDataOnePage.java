package org.bihuan.masterdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.exchange.TableRow;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotVisible;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 基础数据, one by one: finding, adding and correcting an enterprise, a unit or a person. */
@Controller
@RequestMapping("/admin/master-data/{table:enterprises|units|users}")
class MasterDataOnePage {
    private static final int A_PAGE = 50;
    private static final int LATEST = 20;
    private static final String NEW = "";

    private final MasterDataDesk desk;
    private final List<MasterTable<?>> tables;
    private final FormFields fields;
    private final ChangeLines changes;
    private final CurrentPerson current;
    private final CountyTime time;
    private final MessageSource words;

    MasterDataOnePage(
            MasterDataDesk desk,
            EnterpriseTable enterprises,
            UnitTable units,
            UserTable users,
            FormFields fields,
            ChangeLines changes,
            CurrentPerson current,
            CountyTime time,
            MessageSource words) {
        this.desk = desk;
        this.tables = List.of(enterprises, units, users);
        this.fields = fields;
        this.changes = changes;
        this.current = current;
        this.time = time;
        this.words = words;
    }

    /** A line of the list: its key, what people call it, and whether it counts no more. */
    record Line(String key, String about, String more, boolean closed) {}

    @GetMapping
    String list(@PathVariable String table, @RequestParam Map<String, String> given, Model model) {
        var kind = table(table);
        var asked = new Fields(given, time.zone());
        var text = asked.text("q", 120).orElse("");
        var after = asked.text("after", 120).orElse("");
        asked.check();
        var page = desk.page(kind, text, after, A_PAGE, current.get());
        model.addAttribute("table", table);
        model.addAttribute("name", say("table." + table));
        model.addAttribute("text", text);
        model.addAttribute("total", page.total());
        model.addAttribute("next", page.next());
        model.addAttribute(
                "lines",
                page.rows().stream()
                        .map(row -> new Line(
                                kind.key(row), kind.about(row), kind.more(row), "false".equals(row.get("active"))))
                        .toList());
        return "master-data-list";
    }

    @GetMapping("/new")
    String blank(@PathVariable String table, Model model) {
        var kind = table(table);
        kind.admit(current.get());
        return form(kind, NEW, 0, Map.of(), Map.of(), model);
    }

    @GetMapping("/one")
    String one(@PathVariable String table, @RequestParam String key, Model model) {
        var kind = table(table);
        var one = desk.get(kind, key, current.get());
        return form(kind, one.key(), one.revision(), one.row(), Map.of(), model);
    }

    @PostMapping({"/new", "/one"})
    String save(
            @PathVariable String table,
            @RequestParam(defaultValue = NEW) String key,
            @RequestParam MultiValueMap<String, String> given,
            Model model,
            RedirectAttributes told) {
        var kind = table(table);
        var by = current.get();
        if (!key.isEmpty()) {
            desk.get(kind, key, by);
        }
        kind.admit(by);
        var row = row(kind, given);
        var problems = new HashMap<String, String>();
        var revision = 0L;
        try {
            var asked = new Fields(given.toSingleValueMap(), time.zone());
            revision = asked.wholeNumber("revision").orElse(0L);
            asked.check();
            var saved = key.isEmpty() ? desk.add(kind, row, by) : desk.correct(kind, key, row, revision, by);
            told.addFlashAttribute("saved", true);
            told.addAttribute("key", saved.key());
            return "redirect:/admin/master-data/" + table + "/one";
        } catch (InvalidInput refused) {
            refused.problems()
                    .forEach(problem -> problems.merge(problem.field(), problem.inWords(words), String::concat));
        } catch (Conflict faster) {
            problems.put(
                    "",
                    words.getMessage(
                            "conflict." + faster.code(), faster.arguments().toArray(), Locale.SIMPLIFIED_CHINESE));
        }
        return form(kind, key, revision, row.cells(), problems, model);
    }

    private String form(
            MasterTable<?> kind,
            String key,
            long revision,
            Map<String, String> row,
            Map<String, String> problems,
            Model model) {
        model.addAttribute("table", kind.subject());
        model.addAttribute("name", say("table." + kind.subject()));
        model.addAttribute("key", key);
        model.addAttribute("about", kind.about(row));
        model.addAttribute("closed", "false".equals(row.get("active")));
        model.addAttribute("revision", revision);
        model.addAttribute("fields", fields.of(kind, row, problems, key.isEmpty()));
        model.addAttribute("refusal", problems.get(""));
        model.addAttribute("hasProblems", !problems.isEmpty());
        model.addAttribute(
                "changes", key.isEmpty() ? List.of() : changes.of(kind.subject(), key, Long.MAX_VALUE, LATEST));
        return "master-data-one";
    }

    /** A form says everything it shows; a list without any choice says that there is none. */
    private static TableRow row(MasterTable<?> kind, MultiValueMap<String, String> given) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : kind.columns()) {
            var values = new ArrayList<>(given.getOrDefault(Names.field(column.name()), List.of()));
            values.removeIf(String::isBlank);
            cells.put(column.name(), String.join(";", values));
        }
        return new TableRow(cells);
    }

    private MasterTable<?> table(String subject) {
        for (var table : tables) {
            if (table.subject().equals(subject)) {
                return table;
            }
        }
        throw new NotVisible(subject);
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
