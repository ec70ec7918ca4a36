package org.bihuan.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions live in the database, so that any node may answer any request and any node may go (ADR 12). */
@Configuration(proxyBeanMethods = false)
class StoredSessions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);

    /** Everything that a session holds is of these; bytes that somebody else has written there wake nothing up. */
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxbytes=65536;java.lang.*;java.util.*;java.util.concurrent.*;"
                    + "java.time.*;org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.*;!*");

    /** Only once a minute a mere look at a page is a row to write; until then the statement changes nothing. */
    private static final String SEEN = """
            update %TABLE_NAME% kept
            set session_id = seen.session_id, last_access_time = seen.last_access_time,
                max_inactive_interval = seen.max_inactive_interval, expiry_time = seen.expiry_time,
                principal_name = seen.principal_name
            from (values (cast(? as varchar), cast(? as bigint), cast(? as integer), cast(? as bigint), cast(? as varchar),
                    cast(? as varchar)))
                as seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where kept.primary_id = seen.primary_id
                and (kept.session_id <> seen.session_id
                    or kept.max_inactive_interval <> seen.max_inactive_interval
                    or kept.principal_name is distinct from seen.principal_name
                    or seen.last_access_time - kept.last_access_time >= 60000)""";

    /**
     * Static parts never ask the database for a session, whoever on their way would like to see one: the filter of the sessions
     * is told that it has been there.
     */
    @Bean
    FilterRegistrationBean<Filter> noSessionForStaticParts() {
        var seen = SessionRepositoryFilter.class.getName() + ".FILTERED";
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (request instanceof HttpServletRequest http && Doors.STATIC_PARTS.matches(http)) {
                request.setAttribute(seen, true);
            }
            chain.doFilter(request, response);
        });
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    /** Two requests of one session may bring the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributesOfManyRequests() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rarelyWritten() {
        return sessions -> sessions.setUpdateSessionQuery(SEEN);
    }

    @Bean
    ConversionService springSessionConversionService() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, StoredSessions::read);
        return conversions;
    }

    /** What an earlier release has left and this one cannot read is not there: at worst somebody logs in again. */
    static @Nullable Object read(byte[] bytes) {
        try (var stored = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stored.setObjectInputFilter(KNOWN);
            return stored.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.debug("An attribute of a session is left out", unreadable);
            return null;
        }
    }
}
