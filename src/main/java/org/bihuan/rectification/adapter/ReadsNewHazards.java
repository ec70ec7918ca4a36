package org.bihuan.rectification.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.application.NewHazard;
import org.bihuan.shared.Fields;
import org.springframework.stereotype.Component;

/** Reads a registration from a form or a JSON body; every wrong field is named at once. */
@Component
public class ReadsNewHazards {
    private static final int FILES_AT_MOST = 30;

    private final Organisation organisation;

    ReadsNewHazards(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @throws org.bihuan.shared.InvalidInput with every problem of the fields */
    public NewHazard from(Fields fields, Person by) {
        var enterprise = enterprise(fields, by);
        var unit = fields.text("responsibleUnit", 40)
                .map(UnitCode::of)
                .filter(code -> known(organisation.unit(code).isPresent(), fields, "responsibleUnit"));
        if (!fields.has("enterprise") && !fields.has("responsibleUnit") && enterprise.isEmpty()) {
            fields.refuse("enterprise", "REQUIRED");
        }
        if (fields.has("enterprise") && fields.has("responsibleUnit")) {
            fields.refuse("responsibleUnit", "ONE_OF_TWO");
        }
        var source = fields.choice("source", Source.class);
        var foundOn = fields.requiredDay("foundOn");
        var region = fields.text("region", 40)
                .filter(code -> known(organisation.region(code).isPresent(), fields, "region"));
        var industry = fields.text("industry", 40)
                .filter(code -> known(organisation.industry(code).isPresent(), fields, "industry"));
        var location = fields.requiredText("location", 200);
        var description = fields.requiredText("description", 2000);
        var category = fields.choice("category", Category.class).orElse(Category.OBJECT);
        var grade = fields.choice("grade", Grade.class);
        var criterion = fields.text("criterion", 1000);
        var dueOn = fields.day("dueOn");
        var requirement = fields.text("requirement", 2000);
        var evidence = files(fields);
        var onTheSpot = onTheSpot(fields);
        fields.check();
        return new NewHazard(
                source.orElse(null),
                foundOn,
                enterprise.orElse(null),
                unit.orElse(null),
                region.orElse(null),
                industry.orElse(null),
                location,
                description,
                category,
                grade.orElse(null),
                criterion.orElse(null),
                dueOn.orElse(null),
                requirement.orElse(null),
                evidence,
                onTheSpot.orElse(null));
    }

    /** An enterprise's own people need not name it. */
    private Optional<CreditCode> enterprise(Fields fields, Person by) {
        if (!fields.has("enterprise") && !fields.has("responsibleUnit")) {
            return Optional.ofNullable(by.enterprise());
        }
        return fields.text("enterprise", 18)
                .map(CreditCode::of)
                .filter(code -> known(organisation.enterprise(code).isPresent(), fields, "enterprise"));
    }

    private static List<UUID> files(Fields fields) {
        var ids = new ArrayList<UUID>();
        for (var id : fields.list("evidence", FILES_AT_MOST)) {
            try {
                ids.add(UUID.fromString(id));
            } catch (IllegalArgumentException notAnId) {
                fields.refuse("evidence", "UNKNOWN");
                return ids;
            }
        }
        return ids;
    }

    /** Nested in JSON, flat in a form: {@code onTheSpotMeasures}, {@code onTheSpotRectifier}. */
    private static Optional<NewHazard.OnTheSpot> onTheSpot(Fields fields) {
        var part = fields.part("onTheSpot");
        if (part.isPresent()) {
            var inner = part.get();
            return Optional.of(new NewHazard.OnTheSpot(
                    inner.requiredText("measures", 4000), inner.requiredText("rectifier", 100)));
        }
        if (!fields.has("onTheSpotMeasures") && !fields.has("onTheSpotRectifier")) {
            return Optional.empty();
        }
        return Optional.of(new NewHazard.OnTheSpot(
                fields.requiredText("onTheSpotMeasures", 4000), fields.requiredText("onTheSpotRectifier", 100)));
    }

    private static boolean known(boolean isKnown, Fields fields, String field) {
        return isKnown || fields.refuse(field, "UNKNOWN").isPresent();
    }
}
