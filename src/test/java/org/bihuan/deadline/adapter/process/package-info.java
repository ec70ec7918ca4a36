/** Deadlines: decision tables row by row, and stories of clocks and rungs. */
@NullMarked
package org.bihuan.deadline.adapter.process;

import org.jspecify.annotations.NullMarked;
