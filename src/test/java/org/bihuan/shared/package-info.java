/** The doors of the house under test. */
@NullMarked
package org.bihuan.shared;

import org.jspecify.annotations.NullMarked;
