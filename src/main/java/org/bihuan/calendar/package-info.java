/**
 * Working days of the county: make-up days, roll-over, and every count explained in one Chinese sentence (domain 6). Pure arithmetic over a table of exceptions.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.bihuan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
