/** What every process diagram and decision table must keep, whatever it is about. Each rule has an offender it must bite. */
@NullMarked
package org.bihuan.diagram;

import org.jspecify.annotations.NullMarked;
