package org.bihuan.rectification.adapter.process;

import org.bihuan.deadline.ClockKind;
import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.rectification.adapter.Proposals;
import org.bihuan.rectification.application.DecideVoid;
import org.bihuan.rectification.application.HazardRectificationModel;
import org.bihuan.rectification.application.HazardRectificationModel.Decision;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.domain.Proposal.Kind;
import org.springframework.stereotype.Component;

/** 作废审批: the form speaks, {@link DecideVoid} decides. */
@Component
class DecideVoidForm implements TaskForm {
    private final DecideVoid decideVoid;
    private final Proposals proposals;
    private final CaseTask caseTask;

    DecideVoidForm(DecideVoid decideVoid, Proposals proposals, CaseTask caseTask) {
        this.decideVoid = decideVoid;
        this.proposals = proposals;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.DECIDE_VOID.key();
    }

    @Override
    public void opened(OpenedTask task) {
        var hazard = caseTask.open(task, ClockKind.VOIDING);
        task.offerTo(proposals.pending(hazard.number(), Kind.VOID).orElseThrow().decider());
    }

    @Override
    public void submitted(Submission form) {
        var number = HazardNumber.of(form.businessKey());
        var fields = form.fields();
        var decision = fields.requiredChoice("decision", Decision.class);
        if (decision == Decision.REFUSE) {
            var opinion = fields.requiredText("opinion", 2000);
            fields.check();
            decideVoid.refuse(number, opinion, form.by());
        } else {
            var opinion = fields.text("opinion", 2000);
            fields.check();
            decideVoid.grant(number, opinion.orElse(null), form.by());
        }
        form.tell(HazardRectificationModel.VOID_DECISION, decision);
    }
}
