/** What the database makes of the questions that are asked all day, in a county with many cases. */
@NullMarked
package org.bihuan.plans;

import org.jspecify.annotations.NullMarked;
