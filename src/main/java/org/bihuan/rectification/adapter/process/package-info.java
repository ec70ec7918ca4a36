/** The process hazard-rectification: its words, delegates and forms. */
@NullMarked
package org.bihuan.rectification.adapter.process;

import org.jspecify.annotations.NullMarked;
