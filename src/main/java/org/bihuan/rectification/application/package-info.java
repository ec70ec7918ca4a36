/** The use cases of a case, one class each. Named for the sample county alone, whose people act by the same doors as everybody. */
@NamedInterface("application")
@NullMarked
package org.bihuan.rectification.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
