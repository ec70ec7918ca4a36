package org.bihuan.architecture;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * One room as built.
 *
 * @param story what its {@code package-info} says it is for, on one line
 * @param mayUse as declared there; the demo may use anything and declares nothing
 * @param uses rooms whose types it uses
 * @param doors public types of its base package, and of each named interface under the interface's name
 * @param tables what its migrations create
 * @param views what it publishes to others
 * @param reads views of other rooms that its SQL names
 */
record Room(
        String name,
        String story,
        List<String> mayUse,
        SortedSet<String> uses,
        SortedMap<String, SortedSet<String>> doors,
        SortedSet<String> tables,
        SortedSet<String> views,
        Map<String, String> reads) {}
