/**
 * Login, sessions, and the rules of method and URL. Nobody uses this room but those who bring the first people: the sample county and {@code production}.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation"})
@NullMarked
package org.bihuan.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
