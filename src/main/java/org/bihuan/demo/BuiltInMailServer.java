package org.bihuan.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.bihuan.shared.CountyTime;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server of the sample county when nobody names another: mail crosses the wire and stays in the house. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Conditional(NoMailServerNamed.class)
class BuiltInMailServer {
    private static final String HOST = "127.0.0.1";
    private static final int KEPT = 2000;

    @Bean
    CollectedMails collectedMails() {
        return new CollectedMails(KEPT);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer(CollectedMails mails, CountyTime time) {
        var server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(new MailCollector(mails, time));
        return server;
    }

    @Bean
    JavaMailSender mailSender(GreenMail server, Environment environment) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(HOST);
        sender.setPort(server.getSmtp().getPort());
        // The same limits and encoding as towards a real server.
        var settings = Binder.get(environment).bindOrCreate("spring.mail", MailProperties.class);
        sender.setDefaultEncoding(settings.getDefaultEncoding().name());
        sender.getJavaMailProperties().putAll(settings.getProperties());
        return sender;
    }
}
