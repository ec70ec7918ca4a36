package org.bihuan.notification;

/** What a mail says; the subject is one line. */
record MailText(String subject, String text, String html) {}
