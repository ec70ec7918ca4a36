/** Desks of this room: API and repositories. */
@NullMarked
package org.bihuan.rectification.adapter;

import org.jspecify.annotations.NullMarked;
