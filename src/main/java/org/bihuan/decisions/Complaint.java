package org.bihuan.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a table handed in.
 *
 * @param row number from 1; absent where it concerns the whole
 * @param column its label; empty where it concerns the whole row
 * @param code the sentence stands under {@code complaint.<code>}
 */
public record Complaint(Optional<Integer> row, String column, String code, List<Object> arguments) {

    public static Complaint of(String code, Object... arguments) {
        return new Complaint(Optional.empty(), "", code, Arrays.asList(arguments));
    }

    public static Complaint inRow(int row, String code, Object... arguments) {
        return new Complaint(Optional.of(row), "", code, Arrays.asList(arguments));
    }

    static Complaint inCell(int row, String column, String code, Object... arguments) {
        return new Complaint(Optional.of(row), column, code, Arrays.asList(arguments));
    }
}
