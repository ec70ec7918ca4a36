/** The house as it must stay: rooms, one clock, the engine in its two places. Each rule has an offender it must bite. */
@NullMarked
package org.bihuan.architecture;

import org.jspecify.annotations.NullMarked;
