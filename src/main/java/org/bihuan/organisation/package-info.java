/**
 * Regions, units, enterprises and people: who is who, who is acting, who stands in for whom, and which units are competent for an
 * industry and a region.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.bihuan.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
