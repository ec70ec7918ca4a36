package org.bihuan.rectification.adapter.process;

import org.bihuan.deadline.Supervising;
import org.bihuan.deadline.Supervision;
import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.application.AnswerSupervision;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.springframework.stereotype.Component;

/** 督办: the form speaks, {@link AnswerSupervision} decides. */
@Component
class SuperviseForm implements TaskForm {
    private final AnswerSupervision answerSupervision;
    private final Supervising supervising;
    private final CaseTask caseTask;

    SuperviseForm(AnswerSupervision answerSupervision, Supervising supervising, CaseTask caseTask) {
        this.answerSupervision = answerSupervision;
        this.supervising = supervising;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.SUPERVISE.key();
    }

    @Override
    public void opened(OpenedTask task) {
        supervising.opened(task, caseTask.named(task));
    }

    @Override
    public void submitted(Submission form) {
        var fields = form.fields();
        var action = fields.requiredChoice("action", Supervision.Action.class);
        var opinion = fields.requiredText("opinion", 2000);
        var quietUntil = fields.day("quietUntil");
        fields.check();
        answerSupervision.perform(
                HazardNumber.of(form.businessKey()),
                form.taskId(),
                action,
                opinion,
                quietUntil.orElse(null),
                form.by());
    }
}
