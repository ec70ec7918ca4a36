package org.bihuan.masterdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Enterprises. Their people come in after them, because each names the enterprise he works for: an enterprise may name people who are not
 * there yet, and they count from the moment they come in. Former names are never taken away.
 */
@Component
class EnterpriseTable extends MasterTable<Enterprise> {
    private static final List<String> RISK_GRADES = List.of("red", "orange", "yellow", "blue");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ID = 64;

    EnterpriseTable(DraftKeeper drafts, MessageSource words) {
        super(
                "enterprises",
                List.of("credit_code", "name", "region_code", "industry_code", "risk_grade", "address", "employees"),
                List.of("former_names", "principal_user", "safety_user", "mailbox"),
                drafts,
                words);
    }

    /** Spaces and hyphens do not count, nor do small letters. */
    @Override
    String key(Map<String, String> row) {
        return Cells.folded(row.getOrDefault("credit_code", ""))
                .replace("-", "")
                .toUpperCase(Locale.ROOT);
    }

    @Override
    @Nullable
    Enterprise find(Draft draft, String key) {
        return draft.enterprises.get(CreditCode.of(key));
    }

    @Override
    Enterprise read(Cells cells, Draft draft, @Nullable Enterprise present, PersonId by) {
        var code = CreditCode.of(
                cells.text("credit_code", 60).isEmpty()
                        ? ""
                        : key(Map.of("credit_code", cells.text("credit_code", 60))));
        if (!code.value().isEmpty() && !CreditCode.isWellFormed(code.value())) {
            cells.complain("credit_code", "CREDIT_CODE_INVALID");
        }
        var name = cells.text("name", LONGEST_NAME);
        var region = cells.code("region_code", 20);
        if (!region.isEmpty() && !draft.regions.containsKey(region)) {
            cells.complain("region_code", "REGION_UNKNOWN");
        }
        var industry = cells.code("industry_code", 60);
        if (!industry.isEmpty() && !draft.industries.containsKey(industry)) {
            cells.complain("industry_code", "INDUSTRY_UNKNOWN");
        }
        var enterprise = new Enterprise(
                code,
                name,
                formerNames(cells, present, name),
                region,
                industry,
                cells.choice("risk_grade", RISK_GRADES),
                cells.text("address", 200),
                cells.amount("employees"),
                officer("principal_user", Role.ENTERPRISE_PRINCIPAL, code, cells, draft),
                officer("safety_user", Role.ENTERPRISE_SAFETY, code, cells, draft),
                cells.address("mailbox"));
        if (draft.isSharedName(enterprise)) {
            cells.warn("NAME_SHARED");
        }
        return enterprise;
    }

    private static List<String> formerNames(Cells cells, @Nullable Enterprise present, String name) {
        var names = new LinkedHashSet<String>();
        if (present != null) {
            names.addAll(present.formerNames());
            names.add(present.name());
        }
        names.addAll(cells.list("former_names", LONGEST_NAME));
        if (present == null || !present.formerNames().contains(name)) {
            names.remove(name); // a name that is borne again stays among the former ones all the same
        }
        var sorted = new ArrayList<>(names);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    private static @Nullable PersonId officer(String column, Role role, CreditCode code, Cells cells, Draft draft) {
        var id = cells.optionalCode(column, LONGEST_ID).orElse(null);
        if (id == null) {
            return null;
        }
        if (!PersonId.isWellFormed(id)) {
            cells.complain(column, "USER_ID_INVALID");
            return null;
        }
        var person = draft.person(PersonId.of(id));
        if (person.isEmpty()) {
            cells.warn("AWAITS_USER");
        } else if (!person.get().worksFor(code)) {
            cells.complain(column, "OFFICER_OF_ANOTHER");
        } else if (!person.get().is(role)) {
            cells.complain(column, "OFFICER_LACKS_ROLE");
        } else if (person.filter(Person::active).isEmpty()) {
            cells.complain(column, "ACCOUNT_CLOSED");
        }
        return PersonId.of(id);
    }

    @Override
    Map<String, String> describe(Enterprise enterprise) {
        var row = new LinkedHashMap<String, String>();
        row.put("credit_code", enterprise.code().value());
        row.put("name", enterprise.name());
        row.put(
                "former_names",
                String.join(";", enterprise.formerNames().stream().sorted().toList()));
        row.put("region_code", enterprise.region());
        row.put("industry_code", enterprise.industry());
        row.put("risk_grade", enterprise.riskGrade());
        row.put("address", enterprise.address());
        row.put("employees", String.valueOf(enterprise.employees()));
        row.put("principal_user", text(enterprise.principal()));
        row.put("safety_user", text(enterprise.safetyOfficer()));
        row.put("mailbox", text(enterprise.mailbox()));
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    void put(Draft draft, Enterprise enterprise) {
        draft.put(enterprise);
    }

    @Override
    Collection<Enterprise> all(Draft draft) {
        return draft.enterprises.values();
    }

    @Override
    String about(Map<String, String> row) {
        return row.getOrDefault("name", "");
    }

    @Override
    String more(Map<String, String> row) {
        return row.getOrDefault("former_names", "").replace(";", " ");
    }
}
