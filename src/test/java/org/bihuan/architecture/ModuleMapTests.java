package org.bihuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The map in the documentation is that of the house, and no room's SQL walks into another. */
class ModuleMapTests {
    static final String COMMAND = "mvn test -Dtest=ModuleMapTests -Dmap=write";

    private static final Path PAGE = Path.of("docs/architecture/modules.md");

    private final House house = new House();

    @Test
    void theMapIsThatOfTheHouse() throws IOException {
        var page = new ModuleMap(house.rooms()).page();
        if ("write".equals(System.getProperty("map"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("the committed map; to write it anew: %s", COMMAND)
                .isEqualTo(page);
    }

    @Test
    void aRoomThatMovesChangesTheMap() {
        var rooms = List.of(room("cellar"), room("attic", "cellar"), room("roof", "attic", "cellar"));

        assertThat(new ModuleMap(rooms).page())
                .contains("attic --> cellar", "roof --> attic")
                .doesNotContain("roof --> cellar") // it is reached through the attic
                .contains("| uses | `attic`, `cellar` |");
    }

    @Test
    void everyRoomSpeaksSqlOfItsOwnTablesAndOfWhatOthersPublish() {
        var records = RecordsOfRooms.read();

        assertThat(house.names())
                .isNotEmpty()
                .allSatisfy(
                        room -> assertThat(records.trespassesOf(room)).as(room).isEmpty());
    }

    @Test
    void aTableOfAnotherRoomIsNoticed() {
        var statement = "select c.due_on from clock c join v_case k on k.number = c.hazard";

        assertThat(RecordsOfRooms.read().trespassesIn(statement, "notification"))
                .isEqualTo(Map.of("clock", "deadline"));
    }

    private static Room room(String name, String... uses) {
        var used = new TreeSet<>(List.of(uses));
        return new Room(name, "", List.of(), used, new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), Map.of());
    }
}
