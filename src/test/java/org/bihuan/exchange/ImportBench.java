package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.bench.Figures;
import org.bihuan.organisation.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;

/** 5,000 rows of a ledger kept before, all still open: dry run, import, and the same file again. */
@CountyTest
@DirtiesContext
class ImportBench {
    private static final int ROWS = Integer.getInteger("bihuan.rows", 5_000);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int FIRST_CHARACTER = 0x4E00;

    private final Random random = new Random(5_000);

    @Autowired
    ImportDesk desk;

    @Autowired
    County county;

    @Autowired
    Organisation organisation;

    @Test
    void rows() {
        county.todayIs("2026-11-20");
        var login = new TestingAuthenticationToken("office1", null, "ROLE_COMMITTEE_OFFICE");
        SecurityContextHolder.getContext().setAuthentication(login);
        try {
            var file = file();
            assertThat(handedIn(file, "true", "import, dry run")).isEqualTo(ROWS);
            assertThat(handedIn(file, "false", "import")).isEqualTo(ROWS);
            assertThat(handedIn(file, "false", "import of what is there")).isZero();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private long handedIn(byte[] file, String dryRun, String what) {
        var start = System.nanoTime();
        var id = desk.handIn("2026年台账.csv", file, Map.of("dryRun", dryRun), PATIENCE);
        Figures.note(what, ROWS + " rows", Duration.ofNanos(System.nanoTime() - start));
        return desk.report(desk.get(id)).accepted();
    }

    private byte[] file() {
        var enterprises = organisation.enterprises();
        return ("企业名称,统一社会信用代码,隐患描述,隐患级别,检查日期,整改期限,隐患地点\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(n -> enterprises.get(n % enterprises.size()))
                                .map(e -> "%s,%s,%s,一般,2026-11-02,2026-12-%02d,%s"
                                        .formatted(e.name(), e.code(), words(24), 1 + random.nextInt(28), words(6)))
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Like nothing else, so that no row looks like another. */
    private String words(int length) {
        return random.ints(length, FIRST_CHARACTER, FIRST_CHARACTER + 3_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
