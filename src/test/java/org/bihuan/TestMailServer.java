package org.bihuan;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The one SMTP server of this JVM: takes mail for any address, on a port of its own. */
public final class TestMailServer {
    static final String HOST = "127.0.0.1";

    private TestMailServer() {}

    public static int port() {
        return running().getSmtp().getPort();
    }

    static GreenMail running() {
        return Holder.SERVER;
    }

    private static final class Holder {
        static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

        static {
            SERVER.start();
        }
    }
}
