package org.bihuan.demo;

import org.bihuan.organisation.CountyFiles;
import org.bihuan.organisation.MasterData;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Brings the sample county up to date at every start: when every bean, and so every listener, is there, and before the web
 * port opens and background work begins.
 */
@Component
@Profile("demo")
class SampleOrganisation implements SmartInitializingSingleton {
    private final MasterData masterData;

    SampleOrganisation(MasterData masterData) {
        this.masterData = masterData;
    }

    @Override
    public void afterSingletonsInstantiated() {
        new CountyFiles(file -> new ClassPathResource("sample-county/" + file)).handTo(masterData);
    }
}
