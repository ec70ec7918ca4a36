package org.bihuan.organisation;

/**
 * The unified social credit code of an enterprise (GB 32100), its identity; 18 characters, upper case, the last a check
 * character.
 */
public record CreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static CreditCode of(String value) {
        return new CreditCode(value);
    }

    /** The group of the enterprise's people in the engine's mirror. */
    public String group() {
        return "ent-" + value;
    }

    /** Whether length, characters and check character are right; says nothing about whether the enterprise is known. */
    public static boolean isWellFormed(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int digit = ALPHABET.indexOf(code.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return code.charAt(17) == ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
