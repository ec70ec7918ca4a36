package org.bihuan.rectification.adapter.process;

import org.bihuan.engine.CaseStart;
import org.bihuan.engine.StartForm;
import org.bihuan.engine.Submission;
import org.bihuan.rectification.adapter.ReadsNewHazards;
import org.bihuan.rectification.application.HazardRectificationModel;
import org.bihuan.rectification.application.RegisterHazard;
import org.springframework.stereotype.Component;

/** 登记隐患 from Tasklist: the same fields and rules as by the API. */
@Component
class RegistrationForm implements StartForm {
    private final ReadsNewHazards reads;
    private final RegisterHazard registerHazard;

    RegistrationForm(ReadsNewHazards reads, RegisterHazard registerHazard) {
        this.reads = reads;
        this.registerHazard = registerHazard;
    }

    @Override
    public String process() {
        return HazardRectificationModel.KEY;
    }

    @Override
    public CaseStart submitted(Submission form) {
        return registerHazard.perform(reads.from(form.fields(), form.by()), form.by());
    }
}
