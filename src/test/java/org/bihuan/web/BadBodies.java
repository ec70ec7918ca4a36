package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** What no call can take as its body. */
final class BadBodies {
    static final Map<String, byte[]> ALL = bodies();

    private BadBodies() {}

    private static Map<String, byte[]> bodies() {
        var bodies = new LinkedHashMap<String, byte[]>();
        bodies.put("empty", new byte[0]);
        bodies.put("blank", "  \n ".getBytes(UTF_8));
        bodies.put("null", "null".getBytes(UTF_8));
        bodies.put("number", "7".getBytes(UTF_8));
        bodies.put("text", "\"x\"".getBytes(UTF_8));
        bodies.put("list", "[]".getBytes(UTF_8));
        bodies.put("half", "{\"location\":".getBytes(UTF_8));
        bodies.put("form", "location=x&description=y".getBytes(UTF_8));
        bodies.put("xml", "<a/>".getBytes(UTF_8));
        bodies.put("deep", ("{\"a\":".repeat(3000) + "1" + "}".repeat(3000)).getBytes(UTF_8));
        bodies.put("deep lists", ("{\"a\":" + "[".repeat(3000) + "]".repeat(3000) + "}").getBytes(UTF_8));
        bodies.put("no utf-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        bodies.put("raw nul", "{\"location\":\"a\u0000b\"}".getBytes(UTF_8));
        bodies.put("long number", ("{\"foundOn\":" + "9".repeat(3000) + "}").getBytes(UTF_8));
        bodies.put("3 MB", ("{\"location\":\"" + "x".repeat(3_000_000) + "\"}").getBytes(UTF_8));
        bodies.put(
                "unknown fields only",
                "{\"__proto__\":{\"a\":1},\"$where\":\"1\",\"\":null,\"\\u0000\":1}".getBytes(UTF_8));
        bodies.put("twice the same", "{\"location\":\"a\",\"location\":null}".getBytes(UTF_8));
        bodies.put("utf-16 nonsense", "nonsense".getBytes(UTF_16));
        return bodies;
    }
}
