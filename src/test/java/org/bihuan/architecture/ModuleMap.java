package org.bihuan.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the rooms down as the page {@code docs/architecture/modules.md}. */
final class ModuleMap {
    private final List<Room> rooms;
    private final Map<String, Room> byName;

    ModuleMap(List<Room> rooms) {
        this.rooms = rooms;
        this.byName = rooms.stream().collect(Collectors.toMap(Room::name, room -> room));
    }

    String page() {
        var page = new ArrayList<String>();
        page.add("# Map of the rooms");
        page.add("");
        page.add("Generated from the code; do not edit. `" + ModuleMapTests.COMMAND + "` writes it anew.");
        page.add(
                "An arrow means \"uses\"; what is reached through another room has no arrow of its own. `demo` may use");
        page.add("anything and is left out. What the words mean: [the house](README.md).");
        page.add("");
        page.addAll(picture());
        rooms.forEach(room -> page.addAll(chapter(room)));
        return String.join("\n", page) + "\n";
    }

    private List<String> picture() {
        var lines = new ArrayList<>(List.of("```mermaid", "flowchart BT"));
        for (var room : rooms) {
            if (!room.name().equals("demo")) {
                directlyUsed(room).forEach(used -> lines.add("    " + room.name() + " --> " + used));
            }
        }
        lines.addAll(List.of("```", ""));
        return lines;
    }

    private Set<String> directlyUsed(Room room) {
        var direct = new TreeSet<>(room.uses());
        var reached = new HashMap<String, Set<String>>();
        room.uses().forEach(used -> byName(used).uses().forEach(further -> direct.removeAll(behind(further, reached))));
        return direct;
    }

    /** A room and all that it stands on. */
    private Set<String> behind(String name, Map<String, Set<String>> known) {
        if (!known.containsKey(name)) {
            var all = new HashSet<>(Set.of(name));
            byName(name).uses().forEach(used -> all.addAll(behind(used, known)));
            known.put(name, all);
        }
        return known.getOrDefault(name, Set.of());
    }

    private Room byName(String name) {
        var room = byName.get(name);
        if (room == null) {
            throw new IllegalArgumentException("no such room: " + name);
        }
        return room;
    }

    private static List<String> chapter(Room room) {
        var lines = new ArrayList<>(List.of("## `" + room.name() + "`", "", room.story(), "", "| | |", "|---|---|"));
        row(lines, "may use", room.mayUse());
        row(lines, "uses", room.uses());
        room.doors().forEach((name, types) -> row(lines, name.isEmpty() ? "doors" : "doors: " + name, types));
        row(lines, "tables", room.tables());
        row(lines, "views", room.views());
        row(
                lines,
                "reads",
                room.reads().entrySet().stream()
                        .map(view -> view.getValue() + "." + view.getKey())
                        .sorted()
                        .toList());
        lines.add("");
        return lines;
    }

    private static void row(List<String> lines, String name, Iterable<String> values) {
        var quoted = new ArrayList<String>();
        values.forEach(value -> quoted.add("`" + value + "`"));
        if (!quoted.isEmpty()) {
            lines.add("| " + name + " | " + String.join(", ", quoted) + " |");
        }
    }
}
