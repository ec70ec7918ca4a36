/** The engine room under test, on processes of its own. */
@NullMarked
package org.bihuan.engine;

import org.jspecify.annotations.NullMarked;
