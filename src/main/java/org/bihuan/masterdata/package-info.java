/**
 * Regions, units, industries, enterprises and people as an administrator keeps them: taken in from tables, corrected by hand, every
 * change logged. Judges what the room organisation then keeps.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation", "exchange", "rectification"})
@NullMarked
package org.bihuan.masterdata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
