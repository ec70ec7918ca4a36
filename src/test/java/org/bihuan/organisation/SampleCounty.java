package org.bihuan.organisation;

import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The sample county as it ships, without a database. */
final class SampleCounty {
    static final CountyFiles FILES = new CountyFiles(file -> new ClassPathResource("sample-county/" + file));

    private SampleCounty() {}

    static OrganisationSnapshot organisation() {
        return new OrganisationSnapshot(
                1,
                FILES.regions(),
                FILES.units(),
                FILES.unitAliases(),
                FILES.industries(),
                FILES.enterprises(),
                FILES.people(),
                List.of());
    }
}
