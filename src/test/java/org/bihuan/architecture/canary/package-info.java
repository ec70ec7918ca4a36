/** Offenders, one a rule: on each the rule must fail. */
@NullMarked
package org.bihuan.architecture.canary;

import org.jspecify.annotations.NullMarked;
