/** Tables handed in, tried, put in force: what is found wrong, what changes for whom, who may. */
@NullMarked
package org.bihuan.decisions;

import org.jspecify.annotations.NullMarked;
