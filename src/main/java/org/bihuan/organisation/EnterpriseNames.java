package org.bihuan.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds enterprises by what people type: names present and former, credit codes, parts of them. */
final class EnterpriseNames {
    private final List<Entry> entries;
    private final Map<String, List<Enterprise>> byPresentName = new HashMap<>();
    private final Map<String, List<Enterprise>> byFormerName = new HashMap<>();

    EnterpriseNames(List<Enterprise> enterprises) {
        entries = enterprises.stream().map(Entry::of).toList();
        for (var entry : entries) {
            byPresentName.computeIfAbsent(entry.name, n -> new ArrayList<>()).add(entry.enterprise);
            entry.formerNames.stream()
                    .distinct()
                    .forEach(name -> byFormerName
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .add(entry.enterprise));
        }
    }

    /** A present name counts before a former one; a name that more than one enterprise bears or bore finds none. */
    Optional<Enterprise> named(String name) {
        var plain = plain(name);
        var bearers = byPresentName.containsKey(plain) ? byPresentName.get(plain) : byFormerName.get(plain);
        return bearers != null && bearers.size() == 1 ? Optional.of(bearers.get(0)) : Optional.empty();
    }

    List<Enterprise> matching(String text, int atMost) {
        var words = Stream.of(Normalizer.normalize(text, Normalizer.Form.NFKC).split("\\s+"))
                .map(EnterpriseNames::plain)
                .filter(word -> !word.isEmpty())
                .toList();
        return entries.stream()
                .map(entry -> new Hit(entry.enterprise, entry.distance(words)))
                .filter(hit -> hit.distance < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Hit::distance)) // stable: by name among equals
                .limit(atMost)
                .map(Hit::enterprise)
                .toList();
    }

    /** Texts are compared after NFKC and without white space. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .toUpperCase(Locale.ROOT);
    }

    private record Hit(Enterprise enterprise, int distance) {}

    private record Entry(Enterprise enterprise, String name, List<String> formerNames) {
        static Entry of(Enterprise enterprise) {
            return new Entry(
                    enterprise,
                    plain(enterprise.name()),
                    enterprise.formerNames().stream()
                            .map(EnterpriseNames::plain)
                            .toList());
        }

        /** How far from what was typed: 0 the name itself, then its beginning, a part of it, a former name, the code. */
        int distance(List<String> words) {
            return words.stream().mapToInt(this::distance).max().orElse(2);
        }

        private int distance(String word) {
            if (name.equals(word) || enterprise.code().value().equals(word)) {
                return 0;
            }
            if (name.startsWith(word)) {
                return 1;
            }
            if (name.contains(word)) {
                return 2;
            }
            if (formerNames.stream().anyMatch(former -> former.contains(word))) {
                return 3;
            }
            return enterprise.code().value().contains(word) ? 4 : Integer.MAX_VALUE;
        }
    }
}
