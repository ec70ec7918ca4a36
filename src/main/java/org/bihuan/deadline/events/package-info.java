/** What the deadlines announce, past tense, told in the same transaction. */
@NamedInterface("events")
@NullMarked
package org.bihuan.deadline.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
