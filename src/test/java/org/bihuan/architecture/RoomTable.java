package org.bihuan.architecture;

import java.util.List;
import java.util.regex.Pattern;

/** The rooms that a page's table names, in its order: words in backticks in the first cells below a heading cell. */
record RoomTable(List<String> rooms) {
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

    static RoomTable of(String page, String heading) {
        return new RoomTable(page.lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> QUOTED.matcher(cell).results())
                .map(quoted -> quoted.group(1))
                .toList());
    }
}
