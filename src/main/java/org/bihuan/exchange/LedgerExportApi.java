package org.bihuan.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.rectification.LedgerFilters;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The ledger out, in the 42 columns, with the same filters and rights as the screen. */
@RestController
@Tag(name = "hazards")
class LedgerExportApi {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LedgerFilters filters;
    private final LedgerOut ledgerOut;
    private final CurrentPerson current;
    private final MessageSource messages;

    LedgerExportApi(LedgerFilters filters, LedgerOut ledgerOut, CurrentPerson current, MessageSource messages) {
        this.filters = filters;
        this.ledgerOut = ledgerOut;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping("/api/v1/hazards.xlsx")
    @Operation(summary = "Export by the filters of GET /hazards; streams")
    ResponseEntity<StreamingResponseBody> export(@RequestParam Map<String, String> parameters) {
        var query = filters.read(parameters);
        var by = current.get();
        var name = messages.getMessage("export.sheet", null, Locale.SIMPLIFIED_CHINESE) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(to -> ledgerOut.write(query, parameters.toString(), by, to));
    }
}
