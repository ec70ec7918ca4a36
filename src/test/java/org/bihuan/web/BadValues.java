package org.bihuan.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What nobody should be able to say in a field, by the kind of field. */
final class BadValues {
    /** Looks empty to whoever reads it. */
    private static final List<@Nullable Object> NOTHING =
            Arrays.asList(null, "", "  \t ", "\u3000\u00a0", "\u0000", "\u200b\ufeff\u202e", "\r\n", "\ud800");

    /** No field is made of these. */
    private static final List<@Nullable Object> SHAPES = List.of(
            Map.of(), Map.of("a", 1), List.of(List.of()), Map.of("$ne", ""), List.of(Map.of("x", List.of("y"))));

    private BadValues() {}

    /** What a field is for. */
    enum Kind {
        TEXT,
        /** yyyy-MM-dd of 1990 to 2099. */
        DAY(
                "gestern",
                "2026-02-30",
                "2026-13-01",
                "2026-9-1",
                "20260901",
                20260901,
                "0001-01-01",
                "9999-12-31",
                "275760-09-13",
                "+275760-09-13",
                "-0001-01-01",
                "2026-09-24T00:00:00Z",
                "２０２６-09-24",
                "2026-09-24 12:00",
                "{{7*7}}",
                "' or 1=1 --",
                true,
                List.of("2026-09-24")),
        /** The name of one of several. */
        CHOICE(
                "NONSENSE",
                "general",
                0,
                true,
                -1,
                "GENERAL,MAJOR",
                "ACCEPT\u200b",
                "<b>MAJOR</b>",
                "{{7*7}}",
                "'; drop table hazard; --",
                List.of("MAJOR")),
        /** The code of something that exists. */
        CODE(
                "unknown",
                0,
                1e300,
                true,
                "../../etc/passwd",
                "<script>alert(1)</script>",
                "{{7*7}}",
                "' or '1'='1",
                "%00",
                "\ud83d\ude00",
                "A".repeat(5000),
                "341721-107-2026-G-99999",
                "00000000-0000-0000-0000-000000000000",
                List.of("x")),
        /** Zero or more, whole. */
        AMOUNT(
                "-1",
                -1,
                "1.5",
                1.5,
                "abc",
                "NaN",
                "0x10",
                "1e400",
                "1e999999999",
                new BigDecimal("1e999999999"),
                "9223372036854775808",
                new BigInteger("9".repeat(400)),
                "1,000",
                true,
                "{{7*7}}",
                "1; drop table hazard"),
        /** Ids of uploaded files. */
        FILES(
                "x",
                7,
                List.of("x"),
                List.of(1, 2),
                Arrays.asList("00000000-0000-0000-0000-000000000000", null),
                List.of("00000000-0000-0000-0000-000000000000"),
                Collections.nCopies(31, "00000000-0000-0000-0000-000000000000")),
        /** Fields of its own. */
        PART("x", 7, true, List.of(), List.of("x"));

        @SuppressWarnings("ImmutableEnumChecker") // List.of, of texts and numbers
        private final List<Object> bad;

        Kind(Object... bad) {
            this.bad = List.of(bad);
        }
    }

    /**
     * @param longest in characters; 0: not bounded by itself
     */
    static List<@Nullable Object> of(Kind kind, boolean required, int longest) {
        List<@Nullable Object> bad = new ArrayList<>(kind.bad);
        if (kind != Kind.PART && kind != Kind.FILES) {
            bad.addAll(SHAPES);
        }
        if (required) {
            bad.addAll(NOTHING);
        }
        if (longest > 0) {
            bad.add("长".repeat(longest + 1));
            bad.add("\ud83d\ude00".repeat(longest + 1));
        }
        return bad;
    }
}
