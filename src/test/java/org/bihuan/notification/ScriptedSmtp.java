package org.bihuan.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that answers as told: a reply for each step, by the word of the client's command. */
final class ScriptedSmtp implements AutoCloseable {
    /** Instead of a reply: hang up without a word. */
    static final String HANG_UP = "";
    /** Instead of a reply: a byte now and then, for ever. */
    static final String DRIP = "...";

    private static final String GREETING = "GREETING";
    private static final String END_OF_DATA = "END";
    private static final Map<String, String> FRIENDLY = Map.of(
            GREETING, "220 here", "DATA", "354 go on", END_OF_DATA, "250 2.0.0 queued as 4711", "QUIT", "221 bye");

    final AtomicInteger connections = new AtomicInteger();
    private final Map<String, String> script;
    private final ServerSocket server;

    ScriptedSmtp(Map<String, String> script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    JavaMailSenderImpl account() {
        var account = new JavaMailSenderImpl();
        account.setHost("127.0.0.1");
        account.setPort(server.getLocalPort());
        account.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        return account;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                connections.incrementAndGet();
                talk(client);
            } catch (IOException hungUp) {
                // the next client may have more luck
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = client.getOutputStream();
        if (!answered(GREETING, out)) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (!answered(word, out)) {
                return;
            }
            if (word.equals("DATA")) {
                for (var body = in.readLine(); body != null && !body.equals("."); body = in.readLine()) {
                    // nobody reads it
                }
                if (!answered(END_OF_DATA, out)) {
                    return;
                }
            }
        }
    }

    private boolean answered(String word, OutputStream out) throws IOException {
        var reply = script.getOrDefault(word, FRIENDLY.getOrDefault(word, "250 fine"));
        if (reply.equals(DRIP)) {
            while (true) {
                out.write('2');
                out.flush();
                pause();
            }
        }
        if (!reply.equals(HANG_UP)) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return !reply.equals(HANG_UP) && !reply.startsWith("421");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
