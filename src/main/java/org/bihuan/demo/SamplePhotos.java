package org.bihuan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.Stage;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Hands in the pictures of the sample county. */
@Component
@Profile("demo")
class SamplePhotos {
    private final Evidence evidence;

    SamplePhotos(Evidence evidence) {
        this.evidence = evidence;
    }

    void before(String hazard, SampleHazard sample, PersonId by) {
        sample.photo().ifPresent(photo -> add(hazard, Stage.BEFORE, photo + "-before.jpg", by));
    }

    void after(String hazard, SampleHazard sample, PersonId by) {
        sample.photo().ifPresent(photo -> add(hazard, Stage.AFTER, photo + "-after.jpg", by));
    }

    /** The slip that the responsible side has signed. */
    UUID slip(String hazard, PersonId by) {
        return add(hazard, Stage.DOCUMENT, "slip.jpg", by);
    }

    UUID waiting(Stage stage, SampleHazard sample, PersonId by) {
        var side = stage == Stage.BEFORE ? "-before.jpg" : "-after.jpg";
        return add(null, stage, sample.photo().orElseThrow() + side, by);
    }

    private UUID add(@Nullable String hazard, Stage stage, String file, PersonId by) {
        try (var picture = new ClassPathResource("sample-county/photos/" + file).getInputStream()) {
            return evidence.add(hazard, stage, file, picture, by).id();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
