package org.bihuan.rectification.adapter.process;

import org.bihuan.deadline.ClockKind;
import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.adapter.Extensions;
import org.bihuan.rectification.application.DecideExtension;
import org.bihuan.rectification.application.HazardRectificationModel.Decision;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.springframework.stereotype.Component;

/** 延期审批: the form speaks, {@link DecideExtension} decides. */
@Component
class DecideExtensionForm implements TaskForm {
    private final DecideExtension decideExtension;
    private final Extensions extensions;
    private final CaseTask caseTask;

    DecideExtensionForm(DecideExtension decideExtension, Extensions extensions, CaseTask caseTask) {
        this.decideExtension = decideExtension;
        this.extensions = extensions;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.DECIDE_EXTENSION.key();
    }

    @Override
    public void opened(OpenedTask task) {
        var hazard = caseTask.open(task, ClockKind.EXTENSION);
        task.offerTo(extensions.pending(hazard.number()).orElseThrow().decider());
    }

    @Override
    public void submitted(Submission form) {
        var number = HazardNumber.of(form.businessKey());
        var fields = form.fields();
        if (fields.requiredChoice("decision", Decision.class) == Decision.REFUSE) {
            var opinion = fields.requiredText("opinion", 2000);
            fields.check();
            decideExtension.refuse(number, opinion, form.by());
        } else {
            var dueOn = fields.day("dueOn");
            var opinion = fields.text("opinion", 2000);
            fields.check();
            decideExtension.grant(number, dueOn.orElse(null), opinion.orElse(null), form.by());
        }
    }
}
