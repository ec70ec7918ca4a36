package org.bihuan.compose;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the image's recipe says. */
public final class Dockerfile {
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final List<String> lines = read();

    /** The command by which the image starts, word by word. */
    public List<String> entrypoint() {
        return words(one("ENTRYPOINT"));
    }

    /** The command by which the image is asked for its health. */
    public List<String> healthcheck() {
        var check = one("HEALTHCHECK");
        return words(check.substring(check.indexOf(" CMD ") + 5));
    }

    public String one(String instruction) {
        var found = all(instruction);
        if (found.size() != 1) {
            throw new AssertionError(instruction + ": " + found);
        }
        return found.get(0);
    }

    public List<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .collect(Collectors.toList());
    }

    private static List<String> words(String json) {
        try {
            return new ObjectMapper().readValue(json, WORDS);
        } catch (IOException noList) {
            throw new UncheckedIOException(noList);
        }
    }

    private static List<String> read() {
        try {
            var whole = Files.readString(Path.of("Dockerfile")).replace("\\\n", "");
            return whole.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
