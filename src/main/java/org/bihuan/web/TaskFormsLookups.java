package org.bihuan.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.hazard.Criteria;
import org.bihuan.hazard.Criterion;
import org.bihuan.hazard.Responsibility;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.SimilarCases;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms ask while a person types. */
@RestController
@RequestMapping("/app-api/forms")
class TaskFormsLookups {
    private static final int CRITERIA_SHOWN = 5;

    private final SimilarCases similar;
    private final Criteria criteria;
    private final Organisation organisation;
    private final CurrentPerson currentPerson;
    private final CountyTime time;
    private final MessageSource words;

    TaskFormsLookups(
            SimilarCases similar,
            Criteria criteria,
            Organisation organisation,
            CurrentPerson currentPerson,
            CountyTime time,
            MessageSource words) {
        this.similar = similar;
        this.criteria = criteria;
        this.organisation = organisation;
        this.currentPerson = currentPerson;
        this.time = time;
        this.words = words;
    }

    /** Answers of both calls. */
    record Items<T>(List<T> items) {}

    /** An open case that may be the same hazard, or the closed one whose hazard comes back. */
    record SimilarItem(
            String number,
            String status,
            String location,
            String description,
            boolean samePlace,
            boolean alike,
            boolean recurring) {}

    /** A clause to choose. */
    record CriterionItem(String code, String text) {}

    /** Cases of the same responsible that may be the same hazard (T1), or recur in it; only what the reader may see. */
    @GetMapping("/similar")
    Items<SimilarItem> similar(@RequestParam Map<String, String> given) {
        var fields = new Fields(given, time.zone());
        var enterprise = fields.text("enterprise", 18).map(CreditCode::of).orElse(null);
        var unit = fields.text("responsibleUnit", 40).map(UnitCode::of).orElse(null);
        var location = fields.text("location", 200).orElse("");
        var description = fields.text("description", 2000).orElse("");
        var criterion = fields.text("criterion", 1000).orElse(null);
        var foundOn = fields.day("foundOn").orElseGet(time::today);
        fields.check();
        if (enterprise == null && unit == null) {
            return new Items<>(List.of());
        }
        var responsibility = new Responsibility(enterprise, enterprise == null ? unit : null, null, null, null);
        var draft = new SimilarCases.Draft(null, responsibility, foundOn, criterion, location, description);
        return new Items<>(
                similar.to(draft, currentPerson.get()).stream().map(this::item).toList());
    }

    /** Clauses in force on the day that share words with the description, of the enterprise's trade. */
    @GetMapping("/criteria")
    Items<CriterionItem> criteria(@RequestParam Map<String, String> given) {
        var fields = new Fields(given, time.zone());
        var enterprise = fields.text("enterprise", 18);
        var industry = fields.text("industry", 40)
                .or(() -> enterprise
                        .map(CreditCode::of)
                        .flatMap(organisation::enterprise)
                        .map(Enterprise::industry));
        var sought = fields.text("words", 2000).orElse("");
        var on = fields.day("on").orElseGet(time::today);
        fields.check();
        return new Items<>(criteria.candidates(industry.orElse(null), sought, on, CRITERIA_SHOWN).stream()
                .map(TaskFormsLookups::item)
                .toList());
    }

    private SimilarItem item(SimilarCases.Similar found) {
        var hazard = found.hazard();
        return new SimilarItem(
                found.number(),
                words.getMessage("status." + hazard.status(), null, Locale.SIMPLIFIED_CHINESE),
                hazard.finding().location(),
                hazard.finding().description(),
                found.samePlace(),
                found.alike(),
                found.recurring());
    }

    private static CriterionItem item(Criterion criterion) {
        return new CriterionItem(criterion.code(), criterion.copyForTheCase());
    }
}
