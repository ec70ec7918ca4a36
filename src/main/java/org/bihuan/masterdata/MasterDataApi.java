package org.bihuan.masterdata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enterprises, units and users one by one, for an administrator; fields are the columns of the tables. */
@RestController
@RequestMapping("/api/v1/{table:enterprises|units|users}")
@Tag(name = "master-data")
class MasterDataApi {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final MasterDataDesk desk;
    private final List<MasterTable<?>> tables;
    private final CurrentPerson current;
    private final CountyTime time;

    MasterDataApi(
            MasterDataDesk desk,
            EnterpriseTable enterprises,
            UnitTable units,
            UserTable users,
            CurrentPerson current,
            CountyTime time) {
        this.desk = desk;
        this.tables = List.of(enterprises, units, users);
        this.current = current;
        this.time = time;
    }

    /** @param next for {@code after} of the next call; absent on the last page */
    record Items(
            List<Map<String, @Nullable Object>> items,
            @Nullable String next,
            int total) {}

    @GetMapping
    @Operation(summary = "By key; q finds a part of any column")
    Items list(@PathVariable String table, @Parameter(hidden = true) @RequestParam Map<String, String> given) {
        var fields = new Fields(given, time.zone());
        var text = fields.text("q", 120).orElse("");
        var after = fields.text("after", 120).orElse("");
        var limit = fields.integer("limit", 1, MOST).orElse(USUAL);
        var kind = table(table);
        kind.admit(current.get());
        fields.check();
        var page = desk.page(kind, text, after, limit, current.get());
        return new Items(page.rows().stream().map(Names::body).toList(), page.next(), page.total());
    }

    @GetMapping("/{key}")
    Map<String, @Nullable Object> get(@PathVariable String table, @PathVariable String key) {
        return body(desk.get(table(table), key, current.get()));
    }

    @PostMapping
    @Operation(summary = "Adds one; a user has no password until he is given one")
    ResponseEntity<Map<String, @Nullable Object>> add(
            @PathVariable String table, @RequestBody Map<String, @Nullable Object> body) {
        var kind = table(table);
        kind.admit(current.get());
        var fields = new Fields(body, time.zone());
        var row = Names.row(body, kind.columns(), fields);
        fields.check();
        var added = desk.add(kind, row, current.get());
        return ResponseEntity.created(URI.create("/api/v1/" + table + "/" + added.key()))
                .body(body(added));
    }

    @PutMapping("/{key}")
    @Operation(summary = "Corrects one; fields left out stay. revision as answered by GET guards against overwriting")
    Map<String, @Nullable Object> correct(
            @PathVariable String table, @PathVariable String key, @RequestBody Map<String, @Nullable Object> body) {
        var kind = table(table);
        desk.get(kind, key, current.get()); // whether there is one comes before what is said
        var fields = new Fields(body, time.zone());
        var revision = fields.wholeNumber("revision").orElse(null);
        var row = Names.row(body, kind.columns(), fields);
        fields.check();
        return body(desk.correct(kind, key, row, revision, current.get()));
    }

    @PutMapping
    @Operation(summary = "The same for the one whose key stands in the body")
    Map<String, @Nullable Object> correct(@PathVariable String table, @RequestBody Map<String, @Nullable Object> body) {
        var kind = table(table);
        kind.admit(current.get());
        var fields = new Fields(body, time.zone());
        var key = fields.requiredText(Names.field(kind.columns().get(0).name()), 120);
        fields.check();
        return correct(table, kind.key(Map.of(kind.columns().get(0).name(), key)), body);
    }

    private static Map<String, @Nullable Object> body(MasterDataDesk.One one) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(Names.body(one.row()));
        body.put("revision", one.revision());
        return body;
    }

    private MasterTable<?> table(String subject) {
        return tables.stream()
                .filter(table -> table.subject().equals(subject))
                .findFirst()
                .<MasterTable<?>>map(table -> table)
                .orElseThrow(() -> new NotVisible(subject));
    }
}
