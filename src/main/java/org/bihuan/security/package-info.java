/**
 * Login, sessions, and the rules of method and URL. Nobody uses this room.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation"})
@NullMarked
package org.bihuan.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
