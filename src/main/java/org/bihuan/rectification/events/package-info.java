/** What has happened to a case on its way, past tense, told in the same transaction. */
@NamedInterface("events")
@NullMarked
package org.bihuan.rectification.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
