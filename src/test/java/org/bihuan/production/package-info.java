@NullMarked
package org.bihuan.production;

import org.jspecify.annotations.NullMarked;
