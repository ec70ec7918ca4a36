/**
 * Files that prove something: stored byte for byte under their hash, checked, made small for a look. Knows nothing of hazards, only of subjects.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation"})
@NullMarked
package org.bihuan.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
