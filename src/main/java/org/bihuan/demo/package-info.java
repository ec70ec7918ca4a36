/**
 * The sample county: its people, its hazards, its own database and mailbox. Lives in profile {@code demo} only; it may
 * use anything, and nobody uses it.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.bihuan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
