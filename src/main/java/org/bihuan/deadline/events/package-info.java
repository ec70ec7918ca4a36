/** What the ladder has asked others for, and what has ended it, past tense, told in the same transaction. */
@NamedInterface("events")
@NullMarked
package org.bihuan.deadline.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
