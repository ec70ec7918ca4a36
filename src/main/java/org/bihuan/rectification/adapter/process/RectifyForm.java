package org.bihuan.rectification.adapter.process;

import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.application.ReportCompletion;
import org.bihuan.rectification.application.Responsibles;
import org.springframework.stereotype.Component;

/** 整改: the form speaks, {@link ReportCompletion} decides. */
@Component
class RectifyForm implements TaskForm {
    private final ReportCompletion reportCompletion;
    private final Assignments assignments;
    private final CaseTask caseTask;

    RectifyForm(ReportCompletion reportCompletion, Assignments assignments, CaseTask caseTask) {
        this.reportCompletion = reportCompletion;
        this.assignments = assignments;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.RECTIFY.key();
    }

    /** Served on paper, it lies open for the supervising unit's inspectors too, who may report on behalf (T8). */
    @Override
    public void opened(OpenedTask task) {
        var hazard = caseTask.open(task);
        var responsibility = hazard.responsibility();
        var isServedOnPaper = assignments.isServedOnPaper(hazard.number());
        if (isServedOnPaper && responsibility.supervisingUnit() != null) {
            task.offerTo(responsibility.supervisingUnit().group());
            task.offerTo(Responsibles.group(responsibility));
        } else if (responsibility.responsibleUser() != null) {
            task.assignTo(responsibility.responsibleUser());
        } else {
            task.offerTo(Responsibles.group(responsibility));
        }
    }

    @Override
    public void submitted(Submission form) {
        var fields = form.fields();
        var measures = fields.requiredText("measures", 4000);
        var fundsYuan = fields.wholeNumber("fundsYuan");
        var completedOn = fields.requiredDay("completedOn");
        fields.check();
        reportCompletion.perform(
                HazardNumber.of(form.businessKey()), measures, fundsYuan.orElse(null), completedOn, form.by());
    }
}
