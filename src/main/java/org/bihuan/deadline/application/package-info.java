/** Starting, stopping and firing: one service moves everything that hangs on a deadline. */
@NullMarked
package org.bihuan.deadline.application;

import org.jspecify.annotations.NullMarked;
