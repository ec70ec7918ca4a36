/** Where the deadline meets the engine: decision tables and the one timer of a case. */
@NullMarked
package org.bihuan.deadline.adapter.process;

import org.jspecify.annotations.NullMarked;
