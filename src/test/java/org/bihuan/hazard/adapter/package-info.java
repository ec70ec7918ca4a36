@NullMarked
package org.bihuan.hazard.adapter;

import org.jspecify.annotations.NullMarked;
