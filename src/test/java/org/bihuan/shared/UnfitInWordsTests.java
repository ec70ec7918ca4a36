package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnfitInWordsTests {
    @Test
    void theReasonIsSaidInWords() {
        var analysis = new UnfitInWords().analyze(new IllegalStateException(new Unfit("what", "cure")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("what");
        assertThat(analysis.getAction()).isEqualTo("cure");
    }
}
