/** The image and the compose file, as far as a machine without a container engine can look at them. */
@NullMarked
package org.bihuan.compose;

import org.jspecify.annotations.NullMarked;
