package org.bihuan.rectification.adapter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the case log as the API answers it.
 *
 * @param data the JSON object exactly as it was hashed
 */
record EventView(
        int seq,
        Instant at,
        @Nullable String by,
        String kind,
        @JsonRawValue String data,
        String hash,
        String previousHash) {}
