/**
 * What a real county needs before it opens, and the sample county must never touch: settings that have to be given, a database
 * that serves one of the two for good, the first administrator.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation", "security"})
@NullMarked
package org.bihuan.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
