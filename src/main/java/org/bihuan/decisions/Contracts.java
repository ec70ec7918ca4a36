package org.bihuan.decisions;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What is known of which table. */
@Component
class Contracts {
    private final Map<String, TableContract> byDecision;

    Contracts(List<TableContract> contracts) {
        byDecision = contracts.stream().collect(toMap(TableContract::decision, Function.identity()));
    }

    Optional<TableContract> of(String decision) {
        return Optional.ofNullable(byDecision.get(decision));
    }
}
