package org.bihuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The maps of the house on its first pages name every room and none that does not exist, a room only below those it uses. */
class ReadmeTests {
    private final House house = new House();

    @ParameterizedTest
    @CsvSource({"README.md, Room", "README.zh-CN.md, 模块", "docs/architecture/README.md, Room"})
    void thePageNamesTheRoomsOfTheHouse(Path page, String heading) throws IOException {
        var named = RoomTable.of(Files.readString(page), heading).rooms();

        assertThat(named).containsExactlyInAnyOrderElementsOf(house.names());
    }

    @ParameterizedTest
    @CsvSource({"README.md, Room", "README.zh-CN.md, 模块", "docs/architecture/README.md, Room"})
    void eachRoomStandsBelowThoseItUses(Path page, String heading) throws IOException {
        var named = RoomTable.of(Files.readString(page), heading).rooms();

        assertThat(house.rooms())
                .allSatisfy(room -> assertThat(named.subList(0, named.indexOf(room.name())))
                        .as("above %s", room.name())
                        .containsAll(room.uses()));
    }

    @Test
    void aForgottenAndAnInventedRoomAreNoticed() {
        var page = """
                | Room | What lives there |
                |---|---|
                | `shared` | the kernel |
                | `calendar`, `attic` | working `days` |

                | Property | Default |
                |---|---|
                | `server` | 8080 |
                """;

        assertThat(RoomTable.of(page, "Room").rooms()).isEqualTo(List.of("shared", "calendar", "attic"));
        assertThat(house.names()).contains("organisation").doesNotContain("attic");
    }
}
