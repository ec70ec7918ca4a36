package org.bihuan.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikenessTests {
    @Test
    void theSameWordsInOtherSignsAreTheSame() {
        assertThat(Likeness.of("配电箱门缺失，带电部位裸露", "配电箱门缺失 带电部位裸露。")).isEqualTo(1);
        assertThat(Likeness.isSame("１号车间 东侧", "1号车间（东侧）")).isTrue();
    }

    @Test
    void halfOfThePairsInCommonIsHalfAlike() {
        assertThat(Likeness.of("甲乙丙", "乙丙丁")).isCloseTo(0.5, within(0.001));
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Likeness.of("", "")).isZero();
        assertThat(Likeness.of("配电箱", "")).isZero();
        assertThat(Likeness.isSame("，。", "")).isFalse();
    }
}
