/** Clock and ladder as values and arithmetic. */
@NullMarked
package org.bihuan.deadline.domain;

import org.jspecify.annotations.NullMarked;
