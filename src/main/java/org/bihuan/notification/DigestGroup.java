package org.bihuan.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The cases of one enterprise in a digest, worst first.
 *
 * @param name of the enterprise, or of the responsible unit of public hazards
 * @param items at least one
 */
record DigestGroup(String name, List<DigestItem> items) {

    /** One group an enterprise; the one with the worst case comes first (N4). */
    static List<DigestGroup> of(List<DigestItem> items) {
        return items.stream()
                .sorted(DigestItem.WORST_FIRST)
                .collect(groupingBy(item -> item.facts().responsible(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(group -> new DigestGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(group -> group.items().get(0), DigestItem.WORST_FIRST))
                .toList();
    }
}
