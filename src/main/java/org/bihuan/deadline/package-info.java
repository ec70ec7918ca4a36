/**
 * Deadlines of a case: three clocks with three owners, and the ladder of rungs that sees to it that nobody is forgotten (domain 5).
 */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "organisation", "hazard", "engine", "decisions"})
@NullMarked
package org.bihuan.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
