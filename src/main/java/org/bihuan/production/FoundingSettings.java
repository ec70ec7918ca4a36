package org.bihuan.production;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.organisation.PersonId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * With what a real county begins. Without effect once it has begun.
 *
 * @param admin the first administrator
 * @param county the county itself
 * @param bureau code of the bureau, the unit to which the first administrator belongs
 */
@ConfigurationProperties("bihuan")
record FoundingSettings(
        @DefaultValue Admin admin,
        @DefaultValue County county,
        @DefaultValue("emb") String bureau) {

    /**
     * Somebody who can log in to take in everybody else.
     *
     * @param user account; empty: not given
     * @param password for one login; empty: not given
     */
    record Admin(
            @DefaultValue("") String user, @DefaultValue("") String password) {
        /** Settings end up in logs. */
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Region of kind COUNTY.
     *
     * @param code six digits
     * @param name empty: that of the county this product was made for
     */
    record County(
            @DefaultValue("341721") String code,
            @DefaultValue("") String name) {}

    boolean nameSomebody() {
        return StringUtils.hasText(admin.user()) || StringUtils.hasText(admin.password());
    }

    String countyName() {
        return StringUtils.hasText(county.name()) ? county.name().strip() : Words.of("county");
    }

    /** @throws org.bihuan.shared.Unfit with everything that is missing or wrong */
    void check() {
        List<String> faults = new ArrayList<>();
        if (!StringUtils.hasText(admin.user())) {
            faults.add("bihuan.admin.user (BIHUAN_ADMIN_USER)  " + Words.of("missing.bihuan.admin.user"));
        } else if (!PersonId.isWellFormed(admin.user())) {
            faults.add("bihuan.admin.user (BIHUAN_ADMIN_USER)  " + Words.of("unusable.bihuan.admin.user"));
        }
        if (!StringUtils.hasText(admin.password())) {
            faults.add("bihuan.admin.password (BIHUAN_ADMIN_PASSWORD)  " + Words.of("missing.bihuan.admin.password"));
        }
        if (!county.code().matches("[0-9]{6}")) {
            faults.add("bihuan.county.code (BIHUAN_COUNTY_CODE)  " + Words.of("unusable.bihuan.county.code"));
        }
        if (countyName().length() > 60) {
            faults.add("bihuan.county.name (BIHUAN_COUNTY_NAME)  " + Words.of("unusable.bihuan.county.name"));
        }
        if (!faults.isEmpty()) {
            throw Words.unfit("admin", "    " + String.join(System.lineSeparator() + "    ", faults));
        }
    }
}
