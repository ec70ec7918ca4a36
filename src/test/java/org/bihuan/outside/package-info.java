/** The packaged jar, started as an operator starts it and driven from outside: HTTP, mail, signals, files. */
@NullMarked
package org.bihuan.outside;

import org.jspecify.annotations.NullMarked;
