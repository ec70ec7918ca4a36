/**
 * The county's decision tables as people see and change them: read, checked, tried on the open cases, put in force as the next
 * version. What a table may ask and answer its own room says, by a {@link org.bihuan.decisions.TableContract}.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation", "engine"})
@NullMarked
package org.bihuan.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
