package org.bihuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.bihuan.Bihuan;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Rooms use only what their {@code package-info} allows, and none uses another in a circle (design 3). */
class RoomsTests {
    private static final List<String> ROOMS = List.of(
            "shared",
            "calendar",
            "organisation",
            "evidence",
            "hazard",
            "upkeep",
            "engine",
            "decisions",
            "deadline",
            "letters",
            "rectification",
            "notification",
            "exchange",
            "masterdata",
            "security",
            "production",
            "web",
            "demo");

    private final ApplicationModules modules = ApplicationModules.of(Bihuan.class);
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bihuan");

    @Test
    void everyRoomUsesOnlyWhatItMay() {
        modules.verify();
    }

    @Test
    void theHouseHasTheRoomsOfTheDesign() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    @Test
    void everyRoomSaysWhatItMayUse() {
        assertThat(ROOMS)
                .allSatisfy(room -> assertThat(
                                house.getPackage("org.bihuan." + room).isAnnotatedWith(ApplicationModule.class))
                        .isTrue());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(house.getPackage("org.bihuan").getSubpackagesInTree())
                .isNotEmpty()
                .filteredOn(inside -> !inside.getClasses().isEmpty())
                .allSatisfy(inside -> assertThat(inside.isAnnotatedWith(NullMarked.class))
                        .as(inside.getName())
                        .isTrue());
    }
}
