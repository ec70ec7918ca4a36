package org.bihuan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bihuan.Bihuan;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms as they are built, from the compiled classes, the {@code package-info} of each, and the migrations. */
final class House {
    private static final String ROOT = "org.bihuan";

    private final ApplicationModules modules = ApplicationModules.of(Bihuan.class);
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private final RecordsOfRooms records = RecordsOfRooms.read();

    /** Names of all rooms. */
    SortedSet<String> names() {
        return modules.stream()
                .map(module -> module.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All rooms, each behind those it uses; of two that do not use each other the alphabet decides. */
    List<Room> rooms() {
        var waiting = modules.stream()
                .map(this::room)
                .collect(Collectors.toMap(Room::name, room -> room, (one, other) -> one, TreeMap::new));
        var ordered = new ArrayList<Room>();
        while (!waiting.isEmpty()) {
            var next = waiting.values().stream()
                    .filter(room -> room.uses().stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("rooms in a circle: " + waiting.keySet()));
            waiting.remove(next.name());
            ordered.add(next);
        }
        return ordered;
    }

    private Room room(ApplicationModule module) {
        var name = module.getIdentifier().toString();
        var uses = module.getDirectDependencies(modules)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Room(
                name,
                story(name),
                declared(name),
                uses,
                doors(name),
                records.tablesOf(name),
                records.viewsOf(name),
                records.readBy(name));
    }

    private List<String> declared(String room) {
        var declared = classes.getPackage(ROOT + "." + room)
                .getAnnotationOfType(org.springframework.modulith.ApplicationModule.class)
                .allowedDependencies();
        return List.of(declared).contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)
                ? List.of()
                : List.of(declared);
    }

    private SortedMap<String, SortedSet<String>> doors(String room) {
        var base = classes.getPackage(ROOT + "." + room);
        var doors = new TreeMap<String, SortedSet<String>>();
        doors.put("", publicTypes(base));
        base.getSubpackages().stream()
                .filter(inner -> inner.isAnnotatedWith(NamedInterface.class))
                .forEach(inner -> doors.put(inner.getRelativeName(), publicTypes(inner)));
        return doors;
    }

    private static SortedSet<String> publicTypes(JavaPackage inside) {
        return inside.getClasses().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isArray())
                .filter(Predicate.not(JavaClass::isNestedClass))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String story(String room) {
        var source = read(Path.of("src/main/java/org/bihuan", room, "package-info.java"));
        var comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
        return comment.lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .takeWhile(line -> !line.startsWith("<p>"))
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@(?:code|link) (?:org\\.bihuan\\.\\w+\\.)?([^}]+)}", "`$1`")
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
