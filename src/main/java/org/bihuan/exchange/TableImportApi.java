package org.bihuan.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Master data in: regions, units and their other names, industries, enterprises, users. */
@RestController
@RequestMapping("/api/v1/master-data")
@Tag(name = "master-data")
class TableImportApi {
    private final ImportDesk desk;
    private final ImportAnswers answers;

    TableImportApi(ImportDesk desk, ImportAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    @PostMapping(path = "/{table}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Hand in a table; a dry run changes nothing. GET /imports/{id} tells how far a long one is")
    ResponseEntity<Object> handIn(
            @PathVariable String table,
            @RequestParam List<MultipartFile> file,
            @RequestParam Map<String, String> parameters)
            throws IOException {
        return answers.of(desk.handInTable(table, file, parameters, ImportApi.PATIENCE));
    }

    @GetMapping("/{table}.xlsx")
    @Operation(summary = "All there is, in the columns in which it is taken in; also the form to fill in")
    ResponseEntity<byte[]> present(@PathVariable String table) throws IOException {
        var content = new ByteArrayOutputStream();
        var name = desk.writeTable(table, content) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(LedgerExportApi.XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.toByteArray());
    }
}
