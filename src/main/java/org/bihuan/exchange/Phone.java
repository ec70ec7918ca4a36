package org.bihuan.exchange;

import java.util.regex.Pattern;

/** Phone numbers as lists and exports show them: the four digits before the last four are hidden (P3). */
final class Phone {
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\s-]?\\d){6,}");
    private static final int SHOWN_AT_THE_END = 4;
    private static final int HIDDEN_FROM = 8;

    private Phone() {}

    /** For example 138****0000; a text with several numbers has each of them masked. */
    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> maskedNumber(found.group()));
    }

    private static String maskedNumber(String number) {
        var digits = (int) number.chars().filter(Character::isDigit).count();
        var masked = new StringBuilder(number.length());
        var left = digits;
        for (int i = 0; i < number.length(); i++) {
            var c = number.charAt(i);
            if (!Character.isDigit(c)) {
                masked.append(c);
                continue;
            }
            masked.append(left <= HIDDEN_FROM && left > SHOWN_AT_THE_END ? '*' : c);
            left--;
        }
        return masked.toString();
    }
}
