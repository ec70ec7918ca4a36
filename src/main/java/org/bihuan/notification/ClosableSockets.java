package org.bihuan.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Plain sockets that another thread can close: the only way to end a read that always gets its next byte in time. A connection
 * encrypted from its first byte brings its own factory and is bounded by the time limits of each read alone.
 */
final class ClosableSockets extends SocketFactory {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    void closeAll() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // closed is closed
            }
        }
        open.clear();
    }

    private Socket remembered(Socket socket) {
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket() {
        return remembered(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return remembered(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return remembered(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return remembered(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return remembered(new Socket(host, port, local, localPort));
    }
}
