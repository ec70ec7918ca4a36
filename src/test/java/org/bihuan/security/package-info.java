/** The doors of the house under test. */
@NullMarked
package org.bihuan.security;

import org.jspecify.annotations.NullMarked;
