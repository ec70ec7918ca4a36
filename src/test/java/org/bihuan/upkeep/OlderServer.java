package org.bihuan.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Stands before the real server and passes everything on, but for the version by which the server introduces itself. */
final class OlderServer implements AutoCloseable {
    private static final String TODAYS = "server_version\00017.";
    private static final String OLDER = "server_version\00012.";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String realUrl;

    OlderServer(String realUrl) throws IOException {
        this.realUrl = realUrl;
        new Thread(this::serve, "older server").start();
    }

    String url() {
        return realUrl.replaceFirst(":\\d+/", ":" + door.getLocalPort() + "/");
    }

    private void serve() {
        var port = URI.create(realUrl.substring("jdbc:".length())).getPort();
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), port);
                new Thread(() -> pass(client, server, false), "to the server").start();
                new Thread(() -> pass(server, client, true), "to the client").start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void pass(Socket from, Socket to, boolean older) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), older);
        } catch (IOException ended) {
            // one side has hung up
        }
    }

    /** The greeting of the server comes in one piece. */
    private static void copy(InputStream in, OutputStream out, boolean older) throws IOException {
        var chunk = new byte[1 << 16];
        for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            var text = new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
            out.write((older ? text.replace(TODAYS, OLDER) : text).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
