@NullMarked
package org.bihuan.calendar;

import org.jspecify.annotations.NullMarked;
