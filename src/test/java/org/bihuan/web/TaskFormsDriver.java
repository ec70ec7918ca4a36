package org.bihuan.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.bihuan.Browser;
import org.bihuan.Browser.Answer;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.application.NewHazard;
import org.bihuan.rectification.application.RegistrationDesk;
import org.bihuan.security.Credentials;
import org.bihuan.shared.CountyTime;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens Tasklist's forms as its pages do: by HTTP, with a login. */
record TaskFormsDriver(
        int port,
        Credentials credentials,
        Cases cases,
        RegistrationDesk registrations,
        Evidence evidence,
        Organisation organisation,
        CountyTime time,
        TransactionTemplate transaction) {
    private static final String PASSWORD = "Bihuan-demo-2026";

    /** The form of the case's open task, which must be there and visible. */
    String of(String user, HazardNumber number, String form) {
        var answer = answer(user, form, taskOf(user, number, form));
        if (answer.status() != 200) {
            throw new AssertionError(form + " for " + user + ": " + answer);
        }
        return answer.body();
    }

    String register(String user) {
        return browser(user).get("/forms/register").body();
    }

    Answer answer(String user, String form, String taskId) {
        return browser(user).get("/forms/" + form + "?taskId=" + taskId + "&userId=" + user + "&engineName=default");
    }

    private String taskOf(String user, HazardNumber number, String form) {
        return cases.taskFor(number.value(), person(user))
                .filter(task -> task.key().equals(form))
                .map(Cases.OpenTask::id)
                .orElseGet(() -> taskOf(number));
    }

    String taskOf(HazardNumber number) {
        return cases.openTask(number.value()).orElseThrow().id();
    }

    Browser browser(String user) {
        credentials.setWhereMissing(List.of(PersonId.of(user)), PASSWORD);
        return Browser.at(port).login(user, PASSWORD);
    }

    /** An enterprise's own registration, which waits for its review. */
    HazardNumber registered(String safetyOfficer, String location, String description, String requirement) {
        var by = person(safetyOfficer);
        return registrations
                .register(
                        new NewHazard(
                                null,
                                time.today(),
                                by.enterprise(),
                                null,
                                null,
                                null,
                                location,
                                description,
                                Category.OBJECT,
                                null,
                                null,
                                null,
                                requirement,
                                List.of(),
                                null),
                        null,
                        "0".repeat(64),
                        by)
                .number();
    }

    /** A paper of that name, for the case. */
    void handsIn(String user, HazardNumber number, String fileName) {
        transaction.executeWithoutResult(status -> evidence.add(
                number.value(),
                Stage.DOCUMENT,
                fileName,
                new ByteArrayInputStream(picture(fileName)),
                person(user).id()));
    }

    /** What a person reads, without white space. */
    static String textOf(String form) {
        return form.replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", "");
    }

    Person person(String id) {
        return organisation.person(PersonId.of(id)).orElseThrow();
    }

    private static byte[] picture(String like) {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        var colours = new int[64];
        Arrays.fill(colours, like.hashCode() & 0xffffff);
        picture.setRGB(0, 0, 8, 8, colours, 0, 8);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
