package org.bihuan.rectification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerQuery.Sort;
import org.bihuan.hazard.Status;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.springframework.stereotype.Component;

/** Reads the filters of the ledger, which list, page and export share. */
@Component
public class LedgerFilters {
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final Map<String, Sort> SORTS =
            Map.of("registeredAt", Sort.REGISTERED, "dueOn", Sort.DUE, "foundOn", Sort.FOUND, "number", Sort.NUMBER);

    private final CountyTime time;

    LedgerFilters(CountyTime time) {
        this.time = time;
    }

    /** @throws org.bihuan.shared.InvalidInput with every filter that cannot be read */
    public LedgerQuery read(Map<String, String> parameters) {
        var fields = new Fields(parameters, time.zone());
        var sort = fields.text("sort", 20).orElse("-registeredAt");
        var column = SORTS.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (column == null) {
            fields.refuse("sort", "NOT_A_CHOICE");
        }
        var limit = fields.wholeNumber("limit").orElse((long) USUAL_LIMIT);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            fields.refuse("limit", "OUT_OF_RANGE", 1, LARGEST_LIMIT);
        }
        var overdue = fields.text("overdue", 5).orElse("false");
        if (!overdue.equals("true") && !overdue.equals("false")) {
            fields.refuse("overdue", "NOT_A_CHOICE");
        }
        var query = new LedgerQuery(
                statuses(fields),
                fields.choice("grade", Grade.class).orElse(null),
                fields.text("region", 9).orElse(null),
                fields.text("industry", 20).orElse(null),
                fields.text("enterprise", 18).orElse(null),
                fields.text("unit", 40).orElse(null),
                overdue.equals("true") ? time.today() : null,
                fields.day("foundFrom").orElse(null),
                fields.day("foundTo").orElse(null),
                fields.day("dueFrom").orElse(null),
                fields.day("dueTo").orElse(null),
                fields.text("q", 100).orElse(null),
                column == null ? Sort.REGISTERED : column,
                sort.startsWith("-"),
                (int) Math.min(LARGEST_LIMIT, Math.max(1, limit)),
                fields.text("after", 400).orElse(null));
        fields.check();
        return query;
    }

    private static Set<Status> statuses(Fields fields) {
        var wanted = EnumSet.noneOf(Status.class);
        for (var name : fields.list("status", Status.values().length)) {
            Arrays.stream(Status.values())
                    .filter(status -> status.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(wanted::add, () -> fields.refuse("status", "NOT_A_CHOICE"));
        }
        return wanted;
    }
}
