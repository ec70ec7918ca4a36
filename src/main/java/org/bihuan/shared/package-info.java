/**
 * The tiny kernel every room stands on: rules and how they are broken, the one application clock. It knows no room.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bihuan.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
