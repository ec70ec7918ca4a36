/** The hazard and its rules: what may follow what (domain 4.3). No database, no engine. */
@NullMarked
package org.bihuan.hazard.domain;

import org.jspecify.annotations.NullMarked;
