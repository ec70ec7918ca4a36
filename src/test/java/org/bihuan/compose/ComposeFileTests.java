package org.bihuan.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file against its published schema, and what it promises: secrets from outside, health, nothing writable. */
class ComposeFileTests {
    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token).*");

    private final JsonNode compose = read();

    @Test
    void itFollowsThePublishedSchema() throws IOException {
        assertThat(faultsOf(compose)).isEmpty();
    }

    @Test
    void theSchemaNoticesAMisspelledKey() throws IOException {
        var wrong = new ObjectMapper().valueToTree(Map.of("services", Map.of("x", Map.of("imagee", "y"))));

        assertThat(faultsOf(wrong)).singleElement().asString().contains("imagee");
    }

    /** Compose hands secrets of the environment to no service whose root is read-only. */
    @Test
    void everySecretComesFromAFile() {
        assertThat(compose.path("secrets"))
                .hasSize(4)
                .allSatisfy(
                        secret -> assertThat(secret.path("file").asText()).startsWith("${BIHUAN_SECRETS:-./secrets}/"));
        compose.path("services")
                .forEach(service -> service.path("environment").properties().forEach(setting -> {
                    if (SECRET.matcher(setting.getKey()).matches()) {
                        assertThat(setting.getValue().asText())
                                .as(setting.getKey())
                                .startsWith("/run/secrets/");
                    }
                }));
    }

    @Test
    void bothNodesAreReadOnlyUnprivilegedAndAlikeButForTheProfile() {
        var application = compose.at("/services/application");
        assertThat(application.path("read_only").asBoolean()).isTrue();
        assertThat(texts(application.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(application.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(texts(application.path("tmpfs"))).singleElement().asString().startsWith("/tmp:");
        assertThat(texts(application.path("volumes"))).containsExactly("evidence:/data");
        assertThat(application.at("/environment/SPRING_PROFILES_ACTIVE").asText())
                .isEqualTo("prod");

        var second = ((ObjectNode) compose.at("/services/second")).deepCopy();
        assertThat(texts(second.remove("profiles"))).containsExactly("two-nodes");
        assertThat(second).isEqualTo(application);
    }

    @Test
    void everythingElseIsAskedForItsHealth() {
        assertThat(List.of("database", "proxy", "mail"))
                .allSatisfy(service -> assertThat(compose.at("/services/" + service + "/healthcheck/test")
                                .isArray())
                        .as(service)
                        .isTrue());
        assertThat(compose.at("/services/database/image").asText()).isEqualTo("postgres:17");
        assertThat(compose.at("/services/application/depends_on/database/condition")
                        .asText())
                .isEqualTo("service_healthy");
    }

    private static List<String> faultsOf(JsonNode file) throws IOException {
        var schema = (ObjectNode) new ObjectMapper()
                .readTree(
                        Path.of("src/test/resources/compose/compose-spec.json").toFile());
        schema.remove("$id"); // no address, and the validator takes only addresses
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema).validate(file).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(FILE)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
