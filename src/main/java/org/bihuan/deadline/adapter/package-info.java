/** Clocks and rungs in PostgreSQL, the sweeper. */
@NullMarked
package org.bihuan.deadline.adapter;

import org.jspecify.annotations.NullMarked;
