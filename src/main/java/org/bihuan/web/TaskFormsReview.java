package org.bihuan.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.Terms;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.rectification.CaseHistory;
import org.bihuan.rectification.SimilarCases;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the reviewer is shown beside the case: why it came back, what it may double, what it may rest on, by when. */
@Component
class TaskFormsReview {
    private static final int CRITERIA_SHOWN = 5;

    private final Organisation organisation;
    private final Criteria criteria;
    private final CaseHistory history;
    private final LedgerReader ledger;
    private final Terms terms;
    private final SimilarCases similar;
    private final CaseNames names;
    private final CurrentPerson currentPerson;
    private final CountyTime time;

    TaskFormsReview(
            Organisation organisation,
            Criteria criteria,
            CaseHistory history,
            LedgerReader ledger,
            Terms terms,
            SimilarCases similar,
            CaseNames names,
            CurrentPerson currentPerson,
            CountyTime time) {
        this.organisation = organisation;
        this.criteria = criteria;
        this.history = history;
        this.ledger = ledger;
        this.terms = terms;
        this.similar = similar;
        this.names = names;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /** The last refusal of the responsible side, by name. */
    record Decline(String reason, LocalDate on, String by) {}

    void show(Hazard hazard, Model model) {
        var finding = hazard.finding();
        var reader = currentPerson.get();
        model.addAttribute("declined", decline(hazard));
        model.addAttribute(
                "recurrence",
                ledger.recurrences(List.of(hazard.number()), reader).get(hazard.number()));
        model.addAttribute("similar", similar.survivorsFor(hazard, reader));
        model.addAttribute("units", organisation.units());
        model.addAttribute(
                "criteria",
                criteria.candidates(
                        finding.industry(),
                        finding.description(),
                        hazard.origin().foundOn(),
                        CRITERIA_SHOWN));
        model.addAttribute("proposals", proposals(hazard));
        model.addAttribute("today", time.today());
    }

    private @Nullable Decline decline(Hazard hazard) {
        return history.lastDecline(hazard)
                .map(said -> new Decline(said.reason(), said.on(), names.person(said.by())))
                .orElse(null);
    }

    /** By grade: the registrant's wish where the band allows it, else the county's term. */
    private Map<Grade, Proposal> proposals(Hazard hazard) {
        return Arrays.stream(Grade.values())
                .collect(Collectors.toMap(grade -> grade, grade -> proposal(hazard, grade)));
    }

    private Proposal proposal(Hazard hazard, Grade grade) {
        var wished = hazard.origin().wishedDueOn();
        var traits = CaseTraits.of(hazard, grade);
        return wished != null && terms.allows(traits, time.today(), wished)
                ? new Proposal(new DueDay(wished, false, ""), true)
                : new Proposal(terms.rectifyBy(traits, time.today()), false);
    }

    /** @param wished whether the registrant named the day */
    record Proposal(DueDay due, boolean wished) {}
}
