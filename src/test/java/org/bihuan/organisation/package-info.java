@NullMarked
package org.bihuan.organisation;

import org.jspecify.annotations.NullMarked;
