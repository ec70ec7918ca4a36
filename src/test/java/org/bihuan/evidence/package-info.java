@NullMarked
package org.bihuan.evidence;

import org.jspecify.annotations.NullMarked;
