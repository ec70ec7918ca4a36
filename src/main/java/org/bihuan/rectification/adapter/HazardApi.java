package org.bihuan.rectification.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.rectification.SimilarCases;
import org.bihuan.rectification.application.AskForExtension;
import org.bihuan.rectification.application.RegistrationDesk;
import org.bihuan.rectification.application.ServeOnPaper;
import org.bihuan.rectification.application.WithdrawReport;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hazards for programs and our own pages. What one may not see answers 404 before anything else is looked at. */
@RestController
@RequestMapping("/api/v1/hazards")
@Tag(name = "hazards")
class HazardApi {
    private static final int LONGEST_KEY = 200;

    private final RegistrationDesk registrations;
    private final ReadsNewHazards readsNewHazards;
    private final Cases cases;
    private final ServeOnPaper serveOnPaper;
    private final WithdrawReport withdrawReport;
    private final VisibleHazards visible;
    private final AskForExtension askForExtension;
    private final LedgerReader reader;
    private final HazardViews views;
    private final SimilarCases similar;
    private final CurrentPerson current;
    private final CountyTime time;
    private final ObjectMapper sorted;

    HazardApi(
            RegistrationDesk registrations,
            ReadsNewHazards readsNewHazards,
            Cases cases,
            ServeOnPaper serveOnPaper,
            WithdrawReport withdrawReport,
            VisibleHazards visible,
            AskForExtension askForExtension,
            LedgerReader reader,
            HazardViews views,
            SimilarCases similar,
            CurrentPerson current,
            CountyTime time,
            ObjectMapper json) {
        this.registrations = registrations;
        this.readsNewHazards = readsNewHazards;
        this.cases = cases;
        this.serveOnPaper = serveOnPaper;
        this.withdrawReport = withdrawReport;
        this.visible = visible;
        this.askForExtension = askForExtension;
        this.reader = reader;
        this.views = views;
        this.similar = similar;
        this.current = current;
        this.time = time;
        this.sorted = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    @PostMapping
    @Operation(summary = "Register a hazard")
    ResponseEntity<RegisteredView> register(
            @RequestBody Map<String, Object> body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var by = current.get();
        if (key != null && key.isBlank()) {
            throw new InvalidInput("Idempotency-Key", "REQUIRED");
        }
        if (key != null && key.length() > LONGEST_KEY) {
            throw new InvalidInput("Idempotency-Key", "TOO_LONG", LONGEST_KEY);
        }
        var hazard = registrations.register(readsNewHazards.from(fields(body), by), key, hash(body), by);
        return ResponseEntity.created(URI.create("/api/v1/hazards/" + hazard.number()))
                .body(new RegisteredView(
                        views.of(hazard),
                        similar.to(hazard, by).stream()
                                .map(RegisteredView.SimilarView::of)
                                .toList()));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One hazard: where it stands, whose clock runs, what happens next")
    HazardView get(@PathVariable String number) {
        return views.of(reader.get(visible.named(number), current.get()));
    }

    @GetMapping("/{number}/events")
    @Operation(summary = "The append-only case log")
    Items<EventView> events(@PathVariable String number) {
        return new Items<>(
                reader.entries(visible.named(number)).stream().map(views::of).toList());
    }

    @PostMapping("/{number}/tasks/{key}")
    @Operation(summary = "Complete the present task of that key")
    HazardView complete(@PathVariable String number, @PathVariable String key, @RequestBody Map<String, Object> body) {
        var hazard = visible.named(number);
        cases.complete(hazard.value(), key, body, current.get());
        return views.of(reader.get(hazard, current.get()));
    }

    @PostMapping("/{number}/service")
    @Operation(summary = "Record service on paper (T8)")
    HazardView serve(@PathVariable String number, @RequestBody Map<String, Object> body) {
        var hazard = visible.named(number);
        var fields = fields(body);
        var servedOn = fields.requiredDay("servedOn");
        var recipient = fields.requiredText("recipient", 100);
        var document = fields.requiredText("document", 40);
        fields.check();
        return views.of(serveOnPaper.perform(hazard, servedOn, recipient, id(document), current.get()));
    }

    @PostMapping("/{number}/withdraw")
    @Operation(summary = "Withdraw the completion report before its verdict (T16)")
    HazardView withdraw(
            @PathVariable String number, @RequestBody(required = false) @Nullable Map<String, Object> body) {
        var hazard = visible.named(number);
        var fields = fields(body == null ? Map.of() : body);
        var reason = fields.text("reason", 1000);
        fields.check();
        return views.of(withdrawReport.perform(hazard, reason.orElse(null), current.get()));
    }

    @PostMapping("/{number}/extensions")
    @Operation(summary = "Ask for a later due day (T13); opens decide-extension")
    ResponseEntity<HazardView> extend(@PathVariable String number, @RequestBody Map<String, Object> body) {
        var hazard = visible.named(number);
        var fields = fields(body);
        var dueOn = fields.requiredDay("dueOn");
        var reason = fields.requiredText("reason", 2000);
        var interimControls = fields.text("interimControls", 2000);
        fields.check();
        return ResponseEntity.accepted()
                .body(views.of(
                        askForExtension.perform(hazard, dueOn, reason, interimControls.orElse(null), current.get())));
    }

    private Fields fields(Map<String, Object> body) {
        return new Fields(body, time.zone());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidInput("document", "UNKNOWN");
        }
    }

    /** The same body in another order of its fields is the same body. */
    private String hash(Map<String, Object> body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(sorted.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a body that was read can be written", e);
        }
    }

    /** A list as every call answers it. */
    record Items<T>(List<T> items) {}
}
