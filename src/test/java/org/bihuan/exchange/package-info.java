@NullMarked
package org.bihuan.exchange;

import org.jspecify.annotations.NullMarked;
