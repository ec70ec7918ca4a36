package org.bihuan.rectification.domain;

import java.time.Instant;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.Verdict;
import org.jspecify.annotations.Nullable;

/** A verdict as it was given; one a round, never changed. */
public record GivenVerdict(
        int round, Verdict verdict, @Nullable String opinion, PersonId givenBy, Instant givenAt) {}
