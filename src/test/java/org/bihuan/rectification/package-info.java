@NullMarked
package org.bihuan.rectification;

import org.jspecify.annotations.NullMarked;
