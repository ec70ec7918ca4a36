package org.bihuan.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Ledgers in: dry run, progress, row by row result, rejected rows back, decisions on what is nearly twice there. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports")
class ImportApi {
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ImportDesk desk;
    private final ImportAnswers answers;
    private final MessageSource messages;

    ImportApi(ImportDesk desk, ImportAnswers answers, MessageSource messages) {
        this.desk = desk;
        this.answers = answers;
        this.messages = messages;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Hand in a ledger; a dry run stores nothing but its own result")
    ResponseEntity<Object> handIn(@RequestParam List<MultipartFile> file, @RequestParam Map<String, String> parameters)
            throws IOException {
        var ledger = ImportDesk.only(file);
        var id = desk.handIn(ledger.getOriginalFilename(), ledger.getBytes(), parameters, PATIENCE);
        return answers.of(id);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id) {
        return answers.of(desk.get(known(id)).id());
    }

    @GetMapping("/{id}/rejected")
    ResponseEntity<byte[]> rejected(@PathVariable String id) throws IOException {
        var batch = desk.get(known(id));
        var content = new ByteArrayOutputStream();
        var kind = desk.writeRejected(batch, content);
        var isWorkbook = kind == LedgerFile.Kind.XLSX;
        var name = messages.getMessage("import.rejectedFile", null, Locale.SIMPLIFIED_CHINESE)
                + (isWorkbook ? ".xlsx" : ".csv");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(isWorkbook ? LedgerExportApi.XLSX : "text/csv"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.toByteArray());
    }

    @PostMapping("/{id}/decisions")
    @Operation(summary = "Settle rows held back as DUPLICATE_NEAR")
    ResponseEntity<Object> decide(
            @PathVariable String id, @RequestBody List<? extends @Nullable Map<String, Object>> decisions) {
        var batch = desk.get(known(id));
        desk.decide(batch, decisions);
        return answers.of(batch.id());
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotVisible(id);
        }
    }
}
