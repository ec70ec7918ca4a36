package org.bihuan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in and out (contract 5). A file has the rights of its subject; one that still waits is its uploader's alone. */
@RestController
@RequestMapping("/api/v1")
class EvidenceController {
    private static final int LONGEST_SUBJECT = 40;

    private final Evidence evidence;
    private final EvidenceRights rights;
    private final CurrentPerson currentPerson;
    private final CountyTime time;

    EvidenceController(Evidence evidence, EvidenceRights rights, CurrentPerson currentPerson, CountyTime time) {
        this.evidence = evidence;
        this.rights = rights;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /**
     * What the sender learns about his file.
     *
     * @param takenAt as the camera says
     * @param warnings doubts about a file that is kept nevertheless; none are looked for yet
     */
    record Answer(
            UUID id,
            String sha256,
            String mediaType,
            @Nullable Instant takenAt,
            List<Warning> warnings) {
        record Warning(String code, String detail) {}

        static Answer of(EvidenceItem item) {
            return new Answer(item.id(), item.sha256(), item.mediaType(), item.takenAt(), List.of());
        }
    }

    @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Answer upload(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable String stage) {
        return add(null, file, stage);
    }

    @PostMapping(path = "/hazards/{number}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Answer upload(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable String stage) {
        var person = currentPerson.get();
        if (!isSubject(number) || !rights.maySee(number, person)) {
            throw new NotVisible("subject of evidence");
        }
        if (!rights.mayAdd(number, person)) {
            throw new NotAllowed("EVIDENCE_ADD");
        }
        return add(number, file, stage);
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<Resource> original(@PathVariable String id) {
        var item = visible(id);
        var name = FileKind.ofMediaType(item.mediaType()).nameFor(item.name());
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return answer(evidence.file(item), item.mediaType(), item.sha256(), disposition);
    }

    @GetMapping("/evidence/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable String id) {
        var item = visible(id);
        if (!item.isImage()) {
            throw new NotVisible("thumbnail of a paper");
        }
        var inline = ContentDisposition.inline().build();
        return answer(evidence.thumbnail(item), MediaType.IMAGE_JPEG_VALUE, item.sha256() + "-small", inline);
    }

    private Answer add(@Nullable String subject, @Nullable List<MultipartFile> files, @Nullable String stage) {
        var fields = new Fields(stage == null ? Map.of() : Map.of("stage", stage), time.zone());
        var chosen = fields.requiredChoice("stage", Stage.class);
        var file = theOne(files, fields);
        fields.check();
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            var name = file == null ? "" : file.getOriginalFilename();
            var by = currentPerson.get().id();
            return Answer.of(evidence.add(subject, chosen, name == null ? "" : name, content, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable MultipartFile theOne(@Nullable List<MultipartFile> files, Fields fields) {
        var named = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(EvidenceController::isChosen).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        fields.refuse("file", named.isEmpty() ? "REQUIRED" : "ONE_AT_A_TIME");
        return null;
    }

    /** A browser sends a nameless, empty part where no file was chosen. */
    private static boolean isChosen(MultipartFile file) {
        var name = file.getOriginalFilename();
        return !file.isEmpty() || (name != null && !name.isEmpty());
    }

    private EvidenceItem visible(String id) {
        var item = evidence.get(uuid(id));
        var person = currentPerson.get();
        var subject = item.subject();
        var isVisible = subject == null ? item.uploadedBy().equals(person.id()) : rights.maySee(subject, person);
        if (!isVisible) {
            throw new NotVisible("evidence " + id);
        }
        return item;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotVisible("evidence");
        }
    }

    private static boolean isSubject(String number) {
        return number.length() <= LONGEST_SUBJECT && number.chars().noneMatch(Character::isISOControl);
    }

    /** Rights may end, so a browser asks again each time; the tag lets the answer be short. Nothing in a file ever runs here. */
    private static ResponseEntity<Resource> answer(
            Path file, String mediaType, String tag, ContentDisposition disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new FileSystemResource(file));
    }
}
