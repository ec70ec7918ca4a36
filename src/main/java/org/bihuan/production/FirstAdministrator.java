package org.bihuan.production;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.production.Founding.Kind;
import org.bihuan.security.Credentials;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Unfit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Founds a real county on an empty database: the county itself, its bureau and somebody who can log in to take in the rest.
 * Everybody belongs to a unit and every unit to a region, so these two come first; the import of master data corrects their
 * names by their codes.
 *
 * <p>Of nodes that start at the same instant one founds; the others wait for it and follow.
 */
@Component
@Profile("prod")
@EnableConfigurationProperties(FoundingSettings.class)
class FirstAdministrator implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final FoundingSettings settings;
    private final Founding founding;
    private final KeptApart keptApart;
    private final Organisation organisation;
    private final MasterData masterData;
    private final Credentials credentials;
    private final MessageSource sentences;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            FoundingSettings settings,
            Founding founding,
            KeptApart keptApart,
            Organisation organisation,
            MasterData masterData,
            Credentials credentials,
            MessageSource sentences,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.founding = founding;
        this.keptApart = keptApart;
        this.organisation = organisation;
        this.masterData = masterData;
        this.credentials = credentials;
        this.sentences = sentences;
        this.transaction = transaction;
    }

    /** When every bean, and so every listener, is there, and before the web port opens and background work begins. */
    @Override
    public void afterSingletonsInstantiated() {
        if (founding.kind().isEmpty()) {
            settings.check();
            transaction.executeWithoutResult(status -> found());
            return;
        }
        transaction.executeWithoutResult(status -> readAgain());
        if (settings.nameSomebody()) {
            LOG.info(
                    "bihuan.admin.user and bihuan.admin.password are without effect: the county has its administrator.");
        }
    }

    private void found() {
        var administrator = PersonId.of(settings.admin().user());
        if (!founding.found(Kind.REAL, administrator)) {
            keptApart.check();
            readAgain();
            return;
        }
        var county = county();
        var bureau = bureau(county);
        masterData.takeIn(
                List.of(county),
                List.of(bureau),
                Map.of(),
                List.of(),
                List.of(),
                List.of(person(administrator, bureau)));
        givePassword(administrator);
        LOG.info(
                "Founded the county {} {} with bureau {} and administrator {}, whose password serves one login.",
                county.code(),
                county.name(),
                bureau.code(),
                administrator);
    }

    /** This node may have read the master data before another founded the county, and would take its people for gone. */
    private void readAgain() {
        masterData.takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    private Region county() {
        return organisation.regions().stream()
                .filter(region -> region.kind() == Region.Kind.COUNTY)
                .findAny()
                .orElseGet(() ->
                        new Region(settings.county().code(), settings.countyName(), Region.Kind.COUNTY, List.of()));
    }

    private Unit bureau(Region county) {
        var code = UnitCode.of(settings.bureau());
        return organisation
                .unit(code)
                .orElseGet(() -> new Unit(
                        code, Words.of("bureau", county.name()), Unit.Kind.BUREAU, county.code(), Set.of(), null));
    }

    /** Somebody known already only becomes administrator too: a county whose administrators have lost their passwords. */
    private Person person(PersonId id, Unit bureau) {
        return organisation
                .person(id)
                .map(known -> {
                    var roles = EnumSet.copyOf(known.roles());
                    roles.add(Role.ADMIN);
                    return new Person(id, known.name(), known.email(), known.unit(), known.enterprise(), roles, true);
                })
                .orElseGet(() ->
                        new Person(id, Words.of("administrator"), null, bureau.code(), null, Set.of(Role.ADMIN), true));
    }

    private void givePassword(PersonId administrator) {
        try {
            credentials.setForFirstLogin(administrator, settings.admin().password());
        } catch (InvalidInput refused) {
            throw unfit(refused);
        }
    }

    private Unfit unfit(InvalidInput refused) {
        return Words.unfit(
                "admin",
                refused.problems().stream()
                        .map(problem -> "    bihuan.admin.password (BIHUAN_ADMIN_PASSWORD)  "
                                + problem.inWords(sentences) + " " + problem.code())
                        .collect(Collectors.joining(System.lineSeparator())));
    }
}
