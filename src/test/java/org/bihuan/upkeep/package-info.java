/** The doors of the house under test. */
@NullMarked
package org.bihuan.upkeep;

import org.jspecify.annotations.NullMarked;
