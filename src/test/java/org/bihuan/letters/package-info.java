@NullMarked
package org.bihuan.letters;

import org.jspecify.annotations.NullMarked;
