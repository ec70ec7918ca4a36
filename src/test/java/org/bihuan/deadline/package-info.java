@NullMarked
package org.bihuan.deadline;

import org.jspecify.annotations.NullMarked;
