package org.bihuan.rectification.adapter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.VoidReason;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.ReopenReason;
import org.bihuan.rectification.application.HandOverSupervision;
import org.bihuan.rectification.application.HazardRectificationModel.Decision;
import org.bihuan.rectification.application.MoveToEnterprise;
import org.bihuan.rectification.application.ProposeVoid;
import org.bihuan.rectification.application.ReassignPerson;
import org.bihuan.rectification.application.ReopenHazard;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What turns a case aside from its way: into other hands, out of the ledger, and back into it. */
@RestController
@RequestMapping("/api/v1/hazards/{number}")
@Tag(name = "hazards")
class CaseMovesApi {
    private final ReassignPerson reassignPerson;
    private final HandOverSupervision handOverSupervision;
    private final MoveToEnterprise moveToEnterprise;
    private final ProposeVoid proposeVoid;
    private final ReopenHazard reopenHazard;
    private final VisibleHazards visible;
    private final HazardViews views;
    private final CurrentPerson current;
    private final CountyTime time;

    CaseMovesApi(
            ReassignPerson reassignPerson,
            HandOverSupervision handOverSupervision,
            MoveToEnterprise moveToEnterprise,
            ProposeVoid proposeVoid,
            ReopenHazard reopenHazard,
            VisibleHazards visible,
            HazardViews views,
            CurrentPerson current,
            CountyTime time) {
        this.reassignPerson = reassignPerson;
        this.handOverSupervision = handOverSupervision;
        this.moveToEnterprise = moveToEnterprise;
        this.proposeVoid = proposeVoid;
        this.reopenHazard = reopenHazard;
        this.visible = visible;
        this.views = views;
        this.current = current;
        this.time = time;
    }

    @PostMapping("/reassign")
    @Operation(summary = "Give the case to another person (T25), unit (T26) or enterprise (T27)")
    ResponseEntity<HazardView> reassign(@PathVariable String number, @RequestBody Map<String, Object> body) {
        var hazard = visible.named(number);
        var fields = fields(body);
        var unit = fields.text("supervisingUnit", 40);
        var enterprise = fields.text("enterprise", 18);
        if (unit.isPresent() && enterprise.isPresent()) {
            fields.refuse("enterprise", "ONE_OF_TWO");
        }
        var reason = fields.requiredText("reason", 1000);
        if (unit.isPresent()) {
            fields.check();
            return handedOver(hazard, code("supervisingUnit", unit.get(), UnitCode::of), reason);
        }
        if (enterprise.isPresent()) {
            var dueOn = fields.day("dueOn");
            fields.check();
            return ResponseEntity.ok(views.of(moveToEnterprise.perform(
                    hazard,
                    code("enterprise", enterprise.get(), CreditCode::of),
                    dueOn.orElse(null),
                    reason,
                    current.get())));
        }
        var to = fields.requiredText("responsibleUser", 64);
        fields.check();
        return ResponseEntity.ok(views.of(
                reassignPerson.perform(hazard, code("responsibleUser", to, PersonId::of), reason, current.get())));
    }

    /** 202 while the other unit's leader has not agreed yet. */
    private ResponseEntity<HazardView> handedOver(HazardNumber number, UnitCode to, String reason) {
        var hazard = handOverSupervision.perform(number, to, reason, current.get());
        return to.equals(hazard.responsibility().supervisingUnit())
                ? ResponseEntity.ok(views.of(hazard))
                : accepted(hazard);
    }

    @PostMapping("/void")
    @Operation(summary = "Propose that the entry is void (T23); opens decide-void")
    ResponseEntity<HazardView> propose(@PathVariable String number, @RequestBody Map<String, Object> body) {
        var hazard = visible.named(number);
        var fields = fields(body);
        var why = fields.choice("reasonCode", VoidReason.class).orElse(VoidReason.WRONG_ENTRY);
        var reason = fields.requiredText("reason", 1000);
        fields.check();
        return accepted(proposeVoid.perform(hazard, why, reason, current.get()));
    }

    @PostMapping("/reopen")
    @Operation(summary = "Propose that a closed case goes on (T28); a second person's call decides (S7)")
    ResponseEntity<HazardView> reopen(@PathVariable String number, @RequestBody Map<String, Object> body) {
        var hazard = visible.named(number);
        var fields = fields(body);
        return reopenHazard.pending(hazard).isEmpty()
                ? proposed(hazard, fields)
                : ResponseEntity.ok(views.of(decided(hazard, fields)));
    }

    private ResponseEntity<HazardView> proposed(HazardNumber number, Fields fields) {
        var why = fields.choice("reasonCode", ReopenReason.class).orElse(ReopenReason.LOOK_BACK_FAILED);
        var reason = fields.requiredText("reason", 1000);
        fields.check();
        return accepted(reopenHazard.propose(number, why, reason, current.get()));
    }

    private Hazard decided(HazardNumber number, Fields fields) {
        if (fields.choice("decision", Decision.class)
                .filter(decision -> decision == Decision.REFUSE)
                .isPresent()) {
            var opinion = fields.requiredText("reason", 1000);
            fields.check();
            return reopenHazard.refuse(number, opinion, current.get());
        }
        var opinion = fields.text("reason", 1000);
        var dueOn = fields.day("dueOn");
        fields.check();
        return reopenHazard.grant(number, dueOn.orElse(null), opinion.orElse(null), current.get());
    }

    private ResponseEntity<HazardView> accepted(Hazard hazard) {
        return ResponseEntity.accepted().body(views.of(hazard));
    }

    private Fields fields(Map<String, Object> body) {
        return new Fields(body, time.zone());
    }

    private static <T> T code(String field, String text, Function<String, T> reads) {
        try {
            return Optional.of(text).map(reads).orElseThrow();
        } catch (IllegalArgumentException notACode) {
            throw new InvalidInput(field, "UNKNOWN");
        }
    }
}
