package org.bihuan.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads rows of the outbox. */
@Component
class MailRows implements RowMapper<QueuedMail> {
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final ObjectMapper json;

    MailRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public QueuedMail mapRow(ResultSet row, int index) throws SQLException {
        return new QueuedMail(
                row.getObject("id", UUID.class),
                row.getString("dedup_key"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("hazard"),
                row.getObject("digest_on", LocalDate.class),
                params(row.getString("params")),
                row.getBoolean("immediate"),
                row.getInt("attempts"));
    }

    String written(Map<String, String> params) {
        try {
            return json.writeValueAsString(params);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> params(String stored) {
        try {
            return json.readValue(stored, PARAMS);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("an outbox row holds foreign params", foreign);
        }
    }
}
