package org.bihuan.decisions;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.engine.DecisionFiles;
import org.bihuan.engine.DecisionVersions;
import org.bihuan.engine.DecisionVersions.Origin;
import org.bihuan.engine.DecisionVersions.Version;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 时限与规则表: the county's tables to read, and the way on which one is changed. */
@Controller
@RequestMapping("/decisions")
class DecisionsPage {
    private final DecisionDesk desk;
    private final DecisionVersions versions;
    private final Contracts contracts;
    private final Sheets sheets;
    private final Words words;
    private final Organisation organisation;
    private final CurrentPerson current;
    private final CountyTime time;

    DecisionsPage(
            DecisionDesk desk,
            DecisionVersions versions,
            Contracts contracts,
            Sheets sheets,
            Words words,
            Organisation organisation,
            CurrentPerson current,
            CountyTime time) {
        this.desk = desk;
        this.versions = versions;
        this.contracts = contracts;
        this.sheets = sheets;
        this.words = words;
        this.organisation = organisation;
        this.current = current;
        this.time = time;
    }

    /**
     * A version in the list.
     *
     * @param since in county time
     */
    record VersionLine(int version, String origin, String since, String by, String reason) {}

    /** @param news key of what is to be said about it since the last upgrade; null when nothing is */
    record TableLine(
            Sheet sheet, VersionLine version, @Nullable String news) {}

    @GetMapping
    String all(Model model) {
        var reader = reader();
        model.addAttribute("tables", versions.shipped().stream().map(this::line).toList());
        model.addAttribute("mayChange", TableRights.mayChange(reader));
        return "decisions";
    }

    private TableLine line(String decision) {
        var present = inForce(decision);
        return new TableLine(sheets.of(desk.table(present)), line(present), news(present));
    }

    @GetMapping("/{decision}")
    String one(@PathVariable String decision, Model model) {
        var present = inForce(decision);
        return show(present, present, model);
    }

    @GetMapping("/{decision}/versions/{version}")
    String version(@PathVariable String decision, @PathVariable int version, Model model) {
        return show(known(decision, version), inForce(decision), model);
    }

    private String show(Version shown, Version present, Model model) {
        var reader = reader();
        var table = desk.table(shown);
        model.addAttribute("sheet", sheets.of(table));
        model.addAttribute("shown", line(shown));
        model.addAttribute("present", present.version());
        model.addAttribute("news", shown.version() == present.version() ? news(present) : null);
        model.addAttribute(
                "versions",
                versions.of(shown.decision()).stream()
                        .map(this::line)
                        .sorted((one, other) -> Integer.compare(other.version(), one.version()))
                        .toList());
        model.addAttribute(
                "mayChange",
                TableRights.mayChange(reader) && contracts.of(shown.decision()).isPresent());
        return "decision";
    }

    @GetMapping("/{decision}/versions/{version}.dmn")
    ResponseEntity<byte[]> download(@PathVariable String decision, @PathVariable int version) {
        reader();
        var file = versions.file(decision, known(decision, version).version())
                .orElseThrow(() -> new NotVisible("table version"));
        return file(file, decision + "-v" + version + ".dmn");
    }

    @GetMapping("/{decision}/shipped.dmn")
    ResponseEntity<byte[]> downloadShipped(@PathVariable String decision) {
        reader();
        inForce(decision);
        return file(versions.shippedFile(decision), decision + "-shipped.dmn");
    }

    private static ResponseEntity<byte[]> file(byte[] file, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }

    // ---- changing one ----

    @PostMapping
    String handIn(@RequestParam("file") MultipartFile file) throws IOException {
        if (file.getSize() > DecisionFiles.LARGEST) {
            throw new TableRefused(List.of(words.say("table.TOO_LARGE")));
        }
        return draft(desk.handIn(file.getBytes(), current.get()));
    }

    @PostMapping("/{decision}/versions/{version}/again")
    String again(@PathVariable String decision, @PathVariable int version) {
        return draft(desk.handInAgain(decision, version, current.get()));
    }

    @PostMapping("/{decision}/shipped")
    String shipped(@PathVariable String decision) {
        return draft(desk.handInShipped(decision, current.get()));
    }

    private static String draft(Draft draft) {
        return "redirect:/decisions/drafts/" + draft.id();
    }

    @GetMapping("/drafts/{id}")
    String preview(@PathVariable UUID id, Model model) {
        var reader = current.get();
        var draft = desk.draft(id, reader);
        var present = inForce(draft.decision());
        model.addAttribute("draft", draft);
        model.addAttribute("fresh", desk.isFresh(draft));
        model.addAttribute("present", line(present));
        model.addAttribute("sheet", sheets.compared(desk.table(draft), desk.table(present)));
        model.addAttribute("differences", desk.differences(draft));
        model.addAttribute("seesCases", reader.roles().stream().anyMatch(role -> role != Role.ADMIN));
        model.addAttribute("by", name(draft.by()));
        model.addAttribute("at", inCounty(draft.at()));
        return "decision-draft";
    }

    @PostMapping("/drafts/{id}/confirm")
    String confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var version = desk.confirm(id, reason, current.get());
        return "redirect:/decisions/" + version.decision() + "?done";
    }

    @PostMapping("/drafts/{id}/discard")
    String discard(@PathVariable UUID id) {
        desk.discard(id, current.get());
        return "redirect:/decisions";
    }

    /** Every mistake at once, so that nobody has to come back for the second. */
    @ExceptionHandler
    ModelAndView refused(TableRefused refused) {
        var page = new ModelAndView("decision-refused", UNPROCESSABLE_ENTITY);
        page.addObject("sentences", refused.sentences());
        return page;
    }

    // ---- in words ----

    private Person reader() {
        var person = current.get();
        if (!TableRights.maySee(person)) {
            throw new NotAllowed("SEE_DECISIONS");
        }
        return person;
    }

    private Version inForce(String decision) {
        return versions.inForce(decision)
                .filter(version -> versions.shipped().contains(decision))
                .orElseThrow(() -> new NotVisible("table"));
    }

    private Version known(String decision, int version) {
        return versions.of(inForce(decision).decision()).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotVisible("table version"));
    }

    private @Nullable String news(Version present) {
        if (present.origin() == Origin.FALLBACK) {
            return "FALLBACK";
        }
        var shipped = versions.hash(versions.shippedFile(present.decision()));
        return present.origin() == Origin.COUNTY && !present.shipped().equals(shipped) ? "SHIPPED_CHANGED" : null;
    }

    private VersionLine line(Version version) {
        return new VersionLine(
                version.version(),
                words.say("tableOrigin." + version.origin()),
                inCounty(version.since()),
                version.by() == null ? "" : name(version.by()),
                version.reason());
    }

    private String name(PersonId id) {
        return organisation.person(id).map(Person::name).orElse(id.value());
    }

    private String inCounty(Instant moment) {
        var at = moment.atZone(time.zone());
        return "%s %02d:%02d".formatted(at.toLocalDate(), at.getHour(), at.getMinute());
    }
}
