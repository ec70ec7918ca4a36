package org.bihuan.rectification.adapter.process;

import java.util.Optional;
import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Responsibility;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.application.HazardRectificationModel;
import org.bihuan.rectification.application.HazardRectificationModel.ReviewDecision;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.application.ReviewHazard;
import org.bihuan.rectification.application.Reviewers;
import org.bihuan.shared.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 审核定级: the form speaks, {@link ReviewHazard} decides. */
@Component
class ReviewForm implements TaskForm {
    private final ReviewHazard reviewHazard;
    private final Reviewers reviewers;
    private final Organisation organisation;
    private final LedgerReader reader;
    private final CaseTask caseTask;

    ReviewForm(
            ReviewHazard reviewHazard,
            Reviewers reviewers,
            Organisation organisation,
            LedgerReader reader,
            CaseTask caseTask) {
        this.reviewHazard = reviewHazard;
        this.reviewers = reviewers;
        this.organisation = organisation;
        this.reader = reader;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.REVIEW.key();
    }

    @Override
    public void opened(OpenedTask task) {
        task.offerTo(reviewers.groupFor(caseTask.open(task)));
    }

    @Override
    public void submitted(Submission form) {
        var number = HazardNumber.of(form.businessKey());
        var fields = form.fields();
        var decision = fields.requiredChoice("decision", ReviewDecision.class);
        switch (decision) {
            case ACCEPT -> accept(number, form);
            case DUPLICATE -> merge(number, form);
            case REJECT -> reject(number, form);
        }
        form.tell(HazardRectificationModel.REVIEW_DECISION, decision);
    }

    private void accept(HazardNumber number, Submission form) {
        var fields = form.fields();
        var grade = fields.choice("grade", Grade.class);
        var criterion = fields.text("criterion", 1000);
        var supervisingUnit = unit(fields, "supervisingUnit");
        var requirement = fields.text("requirement", 2000);
        var dueOn = fields.day("dueOn");
        var responsible = responsible(fields);
        fields.check();
        reviewHazard.accept(
                number,
                new ReviewHazard.Review(
                        grade.orElse(null),
                        criterion.orElse(null),
                        responsible,
                        supervisingUnit.orElse(null),
                        requirement.orElse(null),
                        dueOn.orElse(null)),
                form.by());
    }

    private @Nullable Responsibility responsible(Fields fields) {
        var enterprise = fields.text("enterprise", 18)
                .map(CreditCode::of)
                .filter(code -> organisation.enterprise(code).isPresent()
                        || fields.refuse("enterprise", "UNKNOWN").isPresent());
        var unit = unit(fields, "responsibleUnit");
        if (enterprise.isPresent() && unit.isPresent()) {
            fields.refuse("responsibleUnit", "ONE_OF_TWO");
        }
        return enterprise.isEmpty() && unit.isEmpty()
                ? null
                : new Responsibility(enterprise.orElse(null), unit.orElse(null), null, null, null);
    }

    private Optional<UnitCode> unit(Fields fields, String field) {
        return fields.text(field, 40)
                .map(UnitCode::of)
                .filter(code -> organisation.unit(code).isPresent()
                        || fields.refuse(field, "UNKNOWN").isPresent());
    }

    /** What the reviewer may not see is as unknown as what does not exist. */
    private void merge(HazardNumber number, Submission form) {
        var fields = form.fields();
        var survivor = fields.requiredText("duplicateOf", 40);
        var known = HazardNumber.read(survivor).filter(named -> reader.maySee(named, form.by()));
        if (known.isEmpty() && !survivor.isEmpty()) {
            fields.refuse("duplicateOf", "UNKNOWN");
        }
        var reason = fields.requiredText("reason", 1000);
        fields.check();
        reviewHazard.merge(number, known.orElseThrow(), reason, form.by());
    }

    private void reject(HazardNumber number, Submission form) {
        var reason = form.fields().requiredText("reason", 1000);
        form.fields().check();
        reviewHazard.reject(number, reason, form.by());
    }
}
