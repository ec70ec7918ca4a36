/** The use cases of a case, one class each. */
@NullMarked
package org.bihuan.rectification.application;

import org.jspecify.annotations.NullMarked;
