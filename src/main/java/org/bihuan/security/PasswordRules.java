package org.bihuan.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.InvalidInput.Problem;

/** What a password must be that somebody chooses (P8). */
final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int FEWEST_DIFFERENT = 4;
    private static final int FEWEST_BESIDE_THE_ACCOUNT = 6;
    /** Passwords that everybody can read in our own documents. */
    private static final Set<String> PUBLIC = Set.of("Bihuan-demo-2026");

    private PasswordRules() {}

    /** @throws InvalidInput with everything that is wrong with it */
    static void check(String field, PersonId account, String raw) {
        var problems = problems(field, account, raw);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    static List<Problem> problems(String field, PersonId account, String raw) {
        if (raw.isEmpty()) {
            return List.of(new Problem(field, "REQUIRED", List.of()));
        }
        List<Problem> problems = new ArrayList<>();
        if (raw.codePointCount(0, raw.length()) < SHORTEST) {
            problems.add(new Problem(field, "PASSWORD_TOO_SHORT", List.of(SHORTEST)));
        }
        if (Passwords.isTooLong(raw)) {
            problems.add(new Problem(field, "PASSWORD_TOO_LONG", List.of(Passwords.LONGEST_BYTES)));
        }
        if (isTheAccount(account, raw)) {
            problems.add(new Problem(field, "PASSWORD_IS_THE_ACCOUNT", List.of()));
        }
        if (isEasilyGuessed(raw)) {
            problems.add(new Problem(field, "PASSWORD_EASILY_GUESSED", List.of()));
        }
        return problems;
    }

    /** Whether little else stands in it: who has the list of accounts tries those with a year behind. */
    private static boolean isTheAccount(PersonId account, String raw) {
        var name = account.value().toLowerCase(Locale.ROOT);
        var password = raw.toLowerCase(Locale.ROOT);
        var beside = password.replace(name, "");
        return password.contains(name) && beside.codePointCount(0, beside.length()) < FEWEST_BESIDE_THE_ACCOUNT;
    }

    private static boolean isEasilyGuessed(String raw) {
        return PUBLIC.contains(raw)
                || raw.codePoints().allMatch(Character::isDigit)
                || raw.codePoints().distinct().count() < FEWEST_DIFFERENT;
    }
}
