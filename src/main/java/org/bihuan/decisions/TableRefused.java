package org.bihuan.decisions;

import java.util.List;

/** A table handed in has mistakes; nothing was kept. */
class TableRefused extends RuntimeException {
    private final transient List<String> sentences;

    /** @param sentences in Chinese, the cause before its consequences */
    TableRefused(List<String> sentences) {
        super(sentences.size() + " mistakes");
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
