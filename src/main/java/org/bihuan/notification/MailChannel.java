package org.bihuan.notification;

/** A way for mails to leave the house. SMTP today; another network's gateway would stand beside it (P11). */
interface MailChannel {

    /** Opens a delivery round; the connection itself is made with the first mail. */
    Round open();

    /** Some mails handed over one after the other. */
    interface Round extends AutoCloseable {
        /**
         * Hands one mail over; when this returns it has left the house.
         *
         * @return the server's answer, for example {@code 250 OK}
         * @throws NotTaken otherwise
         */
        String hand(ComposedMail mail) throws NotTaken;

        @Override
        void close();
    }
}
