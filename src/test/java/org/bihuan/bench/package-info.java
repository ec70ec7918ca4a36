/** What is measured, not asserted: {@code mvn -Pbench verify}. Counts and plans are the tests' matter; times stand in the docs. */
@NullMarked
package org.bihuan.bench;

import org.jspecify.annotations.NullMarked;
