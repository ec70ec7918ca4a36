package org.bihuan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real county ({@code prod}) on two nodes that started at the same instant on an empty database. One a JVM: its tests share it,
 * and each brings its own people.
 */
public final class RealCounty {
    private static final String FIRST_PASSWORD = "zum-ersten-Mal-2026";
    private static final String PASSWORD = "eigenes-Wort-2026";
    private static final Nodes COUNTY = Nodes.ofANewCounty();
    private static List<ConfigurableApplicationContext> started = List.of();
    private static boolean changed;

    private RealCounty() {}

    private static List<ConfigurableApplicationContext> start() {
        var starting = Stream.of("anna", "berta")
                .map(user -> CompletableFuture.supplyAsync(() ->
                        COUNTY.startReal("--bihuan.admin.user=" + user, "--bihuan.admin.password=" + FIRST_PASSWORD)))
                .toList();
        return starting.stream().map(CompletableFuture::join).toList();
    }

    public static Nodes county() {
        return COUNTY;
    }

    /** Not in the initializer of this class, for which the threads that start them would have to wait. */
    public static synchronized List<ConfigurableApplicationContext> nodes() {
        if (started.isEmpty()) {
            started = start();
        }
        return started;
    }

    public static int port(int node) {
        return nodes().get(node).getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public static JdbcClient jdbc() {
        return nodes().get(0).getBean(JdbcClient.class);
    }

    /** Somebody of the bureau, known to both nodes, who has no password yet. */
    public static void hire(String id, Role role, boolean active) {
        var person = new Person(PersonId.of(id), id, null, UnitCode.of("emb"), null, Set.of(role), active);
        nodes().forEach(node -> node.getBean(MasterData.class)
                .takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(person)));
    }

    /** The administrator, logged in with a password of his own. */
    public static synchronized Browser administrator() {
        var account = jdbc().sql("select first_administrator from founding")
                .query(String.class)
                .single();
        if (!changed) {
            var first = Browser.at(port(0)).login(account, FIRST_PASSWORD);
            var answer = first.form(
                    "/password", "password", PASSWORD, "repeat", PASSWORD, "_csrf", first.tokenOf("/password"));
            if (answer.status() != 302) {
                throw new AssertionError("the first password could not be changed: " + answer);
            }
            changed = true;
        }
        return Browser.at(port(0)).login(account, PASSWORD);
    }
}
