/**
 * Camunda itself, and the only room that speaks to it outside the process adapters: configuration, task events, incidents, the mirror of people and groups, the closed holes, the web applications.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation"})
@NullMarked
package org.bihuan.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
