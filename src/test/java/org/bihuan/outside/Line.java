package org.bihuan.outside;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A cable to a server on this machine that can be cut, with every connection in it, and joined again at the same port. */
final class Line implements Closeable {
    private final int far;
    private final int near;
    private final Queue<Closeable> ends = new ConcurrentLinkedQueue<>();

    /** Not joined yet. */
    Line(int far) {
        this.far = far;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.near = free.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The port at this end. */
    int port() {
        return near;
    }

    void join() {
        try {
            var door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), near));
            ends.add(door);
            inBackground(() -> {
                while (true) {
                    connect(door.accept());
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void cut() {
        for (var end = ends.poll(); end != null; end = ends.poll()) {
            try {
                end.close();
            } catch (IOException closedAlready) {
                // by whoever was at its other end
            }
        }
    }

    @Override
    public void close() {
        cut();
    }

    private void connect(Socket here) throws IOException {
        var there = new Socket(InetAddress.getLoopbackAddress(), far);
        ends.add(here);
        ends.add(there);
        inBackground(() -> here.getInputStream().transferTo(there.getOutputStream()), here, there);
        inBackground(() -> there.getInputStream().transferTo(here.getOutputStream()), here, there);
    }

    private interface Pumping {
        void run() throws IOException;
    }

    private static void inBackground(Pumping work, Socket... whenItEnds) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // the end of it
            } finally {
                for (var end : whenItEnds) {
                    try {
                        end.close();
                    } catch (IOException closedAlready) {
                        // by the other direction
                    }
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
