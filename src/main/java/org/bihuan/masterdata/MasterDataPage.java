package org.bihuan.masterdata;

import java.util.List;
import java.util.Locale;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.shared.NotAllowed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 基础数据: where an administrator takes tables in, in the order in which they need each other. */
@Controller
class MasterDataPage {
    private static final List<String> WARNINGS = List.of("AWAITS_INDUSTRY", "AWAITS_USER", "NO_ADDRESS", "NAME_SHARED");

    private final List<MasterTable<?>> tables;
    private final AwaitedReferences awaited;
    private final Organisation organisation;
    private final CurrentPerson current;
    private final MessageSource words;

    MasterDataPage(
            RegionTable regions,
            UnitTable units,
            UnitAliasTable unitAliases,
            IndustryTable industries,
            EnterpriseTable enterprises,
            UserTable users,
            AwaitedReferences awaited,
            Organisation organisation,
            CurrentPerson current,
            MessageSource words) {
        this.tables = List.of(regions, units, unitAliases, industries, enterprises, users);
        this.awaited = awaited;
        this.organisation = organisation;
        this.current = current;
        this.words = words;
    }

    /** One kind of table. */
    record Kind(String subject, String name, long present, List<Column> columns) {}

    /** A column as the page explains it. */
    record Column(String name, String label, boolean required) {}

    /** A code and its word. */
    record Word(String code, String words) {}

    @GetMapping("/admin/master-data")
    String page(Model model) {
        if (!current.get().is(Role.ADMIN)) {
            throw new NotAllowed("MASTER_DATA");
        }
        model.addAttribute("kinds", tables.stream().map(this::kind).toList());
        model.addAttribute(
                "warnings",
                WARNINGS.stream()
                        .map(code -> new Word(code, say("warning." + code)))
                        .toList());
        model.addAttribute("awaited", awaited.all().stream().limit(100).toList());
        return "master-data";
    }

    private Kind kind(MasterTable<?> table) {
        var columns = table.columns().stream()
                .map(column -> new Column(column.name(), column.headers().get(0), column.required()))
                .toList();
        return new Kind(table.subject(), say("table." + table.subject()), count(table.subject()), columns);
    }

    private long count(String subject) {
        return switch (subject) {
            case "regions" -> organisation.regions().size();
            case "units" -> organisation.units().size();
            case "unit-aliases" -> organisation.unitAliases().size();
            case "industries" -> organisation.industries().size();
            case "enterprises" -> organisation.enterprises().size();
            default -> organisation.people().size();
        };
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
