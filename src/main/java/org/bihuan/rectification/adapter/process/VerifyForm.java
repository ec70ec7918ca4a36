package org.bihuan.rectification.adapter.process;

import org.bihuan.engine.OpenedTask;
import org.bihuan.engine.Submission;
import org.bihuan.engine.TaskForm;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.Verdict;
import org.bihuan.rectification.application.GiveVerdict;
import org.bihuan.rectification.application.HazardRectificationModel;
import org.bihuan.rectification.application.HazardRectificationModel.Step;
import org.bihuan.rectification.application.Verifiers;
import org.springframework.stereotype.Component;

/** 复查验收: the form speaks, {@link GiveVerdict} decides. */
@Component
class VerifyForm implements TaskForm {
    private final GiveVerdict giveVerdict;
    private final Verifiers verifiers;
    private final HazardLedger ledger;
    private final CaseTask caseTask;

    VerifyForm(GiveVerdict giveVerdict, Verifiers verifiers, HazardLedger ledger, CaseTask caseTask) {
        this.giveVerdict = giveVerdict;
        this.verifiers = verifiers;
        this.ledger = ledger;
        this.caseTask = caseTask;
    }

    @Override
    public String task() {
        return Step.VERIFY.key();
    }

    @Override
    public void opened(OpenedTask task) {
        task.offerTo(verifiers.groupFor(caseTask.open(task)));
    }

    @Override
    public void claimed(String businessKey, Person by) {
        giveVerdict.checkMayJudge(ledger.get(HazardNumber.of(businessKey)), by);
    }

    @Override
    public void submitted(Submission form) {
        var fields = form.fields();
        var verdict = fields.requiredChoice("verdict", Verdict.class);
        var opinion = fields.text("opinion", 2000);
        if (verdict == Verdict.UNQUALIFIED && opinion.isEmpty()) {
            fields.requiredText("opinion", 2000);
        }
        fields.check();
        giveVerdict.perform(HazardNumber.of(form.businessKey()), verdict, opinion.orElse(null), form.by());
        form.tell(HazardRectificationModel.VERDICT, verdict);
    }
}
