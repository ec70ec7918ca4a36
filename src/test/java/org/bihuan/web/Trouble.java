package org.bihuan.web;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.evidence.EvidenceNotStored;
import org.bihuan.evidence.EvidenceRefused;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.BusinessRuleViolated;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** A room in which everything goes wrong, asked as a page under {@code /trouble} and as an API under {@code /api/v1/trouble}. */
@RestController
class Trouble {
    /** Refused in {@code messages/rectification.properties}, with three places. */
    record CompletionLiesBetweenFindingAndToday() implements BusinessRule {
        @Override
        public boolean isBroken() {
            return true;
        }

        @Override
        public List<Object> arguments() {
            return List.of("2026-09-30", "2026-09-01", "2026-09-28");
        }
    }

    /** A rule whose sentence nobody has written. */
    record RuleWithoutWords() implements BusinessRule {
        @Override
        public boolean isBroken() {
            return true;
        }
    }

    @GetMapping({"/trouble/{kind}", "/api/v1/trouble/{kind}"})
    String make(@PathVariable String kind) throws Exception {
        throw switch (kind) {
            case "rule" -> rule();
            case "wrapped-rule" -> new IllegalStateException("ENGINE-03051 listener failed", rule());
            case "rule-without-words" -> new BusinessRuleViolated(new RuleWithoutWords());
            case "one-field" -> new InvalidInput("location", "TOO_LONG", 1000);
            case "two-fields" ->
                new InvalidInput(List.of(
                        new InvalidInput.Problem("location", "REQUIRED", List.of()),
                        new InvalidInput.Problem("foundOn", "NOT_A_DAY", List.of())));
            case "conflict" -> new Conflict("TASK_GONE");
            case "not-visible" -> new NotVisible("341721-107-2026-G-00123");
            case "not-allowed" -> new NotAllowed("REGISTER");
            case "file" -> new EvidenceRefused("NOT_AN_IMAGE");
            case "large-file" -> new EvidenceRefused("TOO_LARGE");
            case "too-large" -> new MaxUploadSizeExceededException(1);
            case "full-store" -> new EvidenceNotStored(new IOException("No space left on device"));
            case "full-disk" -> new MultipartException("parts", new IOException("No space left on device"));
            case "lock" -> new CannotAcquireLockException("deadlock detected");
            case "twice" -> new DuplicateKeyException("uq_hazard_number");
            case "nul" ->
                new DataIntegrityViolationException(
                        "bad text", new SQLException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021"));
            case "constraint" ->
                new DataIntegrityViolationException("insert", new SQLException("ck_rung_term_starts_at_one", "23514"));
            case "no-database" -> new CannotCreateTransactionException("no connection");
            case "database-gone" ->
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
            case "database-stops" ->
                new IllegalStateException(
                        "somebody's wrapping",
                        new SQLException("terminating connection due to administrator command", "57P01"));
            default -> new IllegalStateException("org.camunda.bpm.engine.ProcessEngineException: secret " + kind);
        };
    }

    @GetMapping("/api/v1/trouble/days")
    String days(@RequestParam int days, @RequestHeader("X-Wish") String wish) {
        return days + wish;
    }

    @GetMapping("/api/v1/trouble/by-id/{id}")
    String byId(@PathVariable UUID id) {
        return id.toString();
    }

    @PostMapping(path = "/api/v1/trouble/body", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> body(@RequestBody Map<String, Object> body) {
        return Map.of("fields", body.size());
    }

    @PostMapping("/api/v1/trouble/file")
    String file(@RequestPart MultipartFile file) {
        return file.getName();
    }

    private static BusinessRuleViolated rule() {
        return new BusinessRuleViolated(new CompletionLiesBetweenFindingAndToday());
    }
}
