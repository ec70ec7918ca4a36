/**
 * Files that prove something: stored byte for byte under their hash, checked, made small for a look. Knows nothing of hazards, only of subjects.
 *
 * <p>What the bytes alone tell is found by {@code Inspection} and kept once a file in {@code evidence_file}; doubts about a photo
 * (used before, taken elsewhere) find their place there, as columns and as warnings in the answer to the sender.
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation"})
@NullMarked
package org.bihuan.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
