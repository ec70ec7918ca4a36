package org.bihuan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who owns which table and view, by the folder of the migration that creates it, and whose SQL names what. */
final class RecordsOfRooms {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/org/bihuan");
    private static final Pattern CREATED = Pattern.compile("create (?:or replace )?(?:table|view) ([a-z_]+)");
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update) ([a-z_]+)\\b");
    private static final String PUBLISHED = "v_";

    private final Map<String, String> owners;

    private RecordsOfRooms(Map<String, String> owners) {
        this.owners = owners;
    }

    static RecordsOfRooms read() {
        var owners = new TreeMap<String, String>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            var room = MIGRATIONS.relativize(migration).getName(0).toString();
            CREATED.matcher(text(migration)).results().forEach(created -> owners.put(created.group(1), room));
        }
        return new RecordsOfRooms(owners);
    }

    SortedSet<String> tablesOf(String room) {
        return ownedBy(room, false);
    }

    SortedSet<String> viewsOf(String room) {
        return ownedBy(room, true);
    }

    private SortedSet<String> ownedBy(String room, boolean published) {
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().equals(room))
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(PUBLISHED) == published)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Views of others that the SQL of a room names, with their rooms. */
    Map<String, String> readBy(String room) {
        var foreign = new TreeMap<String, String>();
        files(SOURCES.resolve(room), ".java").forEach(source -> foreign.putAll(foreignIn(text(source), room)));
        foreign.keySet().removeIf(name -> !name.startsWith(PUBLISHED));
        return foreign;
    }

    /** Tables of others that it names, with their rooms: none, in a house in order. */
    Map<String, String> trespassesOf(String room) {
        var foreign = new TreeMap<String, String>();
        files(SOURCES.resolve(room), ".java").forEach(source -> foreign.putAll(trespassesIn(text(source), room)));
        return foreign;
    }

    /** The same for one text that the room might hold. */
    Map<String, String> trespassesIn(String source, String room) {
        var foreign = foreignIn(source, room);
        foreign.keySet().removeIf(name -> name.startsWith(PUBLISHED));
        return foreign;
    }

    private Map<String, String> foreignIn(String source, String room) {
        var foreign = new TreeMap<String, String>();
        NAMED.matcher(source).results().forEach(named -> {
            var owner = owners.get(named.group(1));
            if (owner != null && !owner.equals(room)) {
                foreign.put(named.group(1), owner);
            }
        });
        return foreign;
    }

    private static Iterable<Path> files(Path folder, String ending) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
