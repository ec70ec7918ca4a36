/**
 * The house's database and files as a whole: who may do what in the schema, and the commands back-up, restore and check.
 *
 * <p>It knows tables by the database's own catalogue. What a room has to put in order after a restore it does itself, when it hears
 * {@link org.bihuan.shared.Restored}.
 */
@ApplicationModule(allowedDependencies = {"shared", "evidence", "hazard"})
@NullMarked
package org.bihuan.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
