package org.bihuan.rectification.adapter.process;

import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.application.AnswerAssignment;
import org.bihuan.rectification.application.HazardRectificationModel;
import org.bihuan.rectification.application.HazardRectificationModel.AcceptDecision;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.application.Responsibles;
import org.springframework.stereotype.Component;

/** 签收: the form speaks, {@link AnswerAssignment} decides. */
@Component
class AcceptForm implements TaskForm {
    private final AnswerAssignment answerAssignment;
    private final CaseTask caseTask;

    AcceptForm(AnswerAssignment answerAssignment, CaseTask caseTask) {
        this.answerAssignment = answerAssignment;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.ACCEPT.key();
    }

    @Override
    public void opened(OpenedTask task) {
        var responsibility = caseTask.open(task).responsibility();
        if (responsibility.responsibleUser() != null) {
            task.assignTo(responsibility.responsibleUser());
        } else {
            task.offerTo(Responsibles.group(responsibility));
        }
    }

    @Override
    public void submitted(Submission form) {
        var number = HazardNumber.of(form.businessKey());
        var fields = form.fields();
        var decision = fields.requiredChoice("decision", AcceptDecision.class);
        if (decision == AcceptDecision.ACCEPT) {
            fields.check();
            answerAssignment.accept(number, form.by());
        } else {
            var reason = fields.requiredText("reason", 1000);
            fields.check();
            answerAssignment.decline(number, reason, form.by());
        }
        form.tell(HazardRectificationModel.ACCEPT_DECISION, decision);
    }
}
