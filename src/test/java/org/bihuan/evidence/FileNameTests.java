package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource({
        "整改后 (1).jpg, 整改后 (1).jpg",
        "../../../etc/passwd, passwd",
        "'C:\\fakepath\\IMG_0001.JPG', IMG_0001.JPG",
        "'..', file",
        "'a/', file",
        "'', file",
        "'<b>x</b>.jpg', 'b>.jpg'",
    })
    void aNameIsNeverAPath(String sent, String shown) {
        assertThat(FileName.shown(sent)).isEqualTo(shown);
    }

    @Test
    void controlAndDirectionCharactersAreLeftOut() {
        assertThat(FileName.shown("a\r\nSet-Cookie: x\0\u202Egpj.exe\uD800")).isEqualTo("aSet-Cookie: xgpj.exe");
        assertThat(FileName.shown(null)).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var shown = FileName.shown("照".repeat(300) + ".jpeg");

        assertThat(shown).hasSize(FileName.LONGEST).endsWith("照.jpeg");
        assertThat(FileName.shown("\uD83D\uDCF7".repeat(300)).codePoints().count())
                .isEqualTo(FileName.LONGEST);
    }

    @Test
    void theEndingOfADownloadNeverPromisesMoreThanItsContent() {
        assertThat(FileKind.JPEG.nameFor("page.html")).isEqualTo("page.html.jpg");
        assertThat(FileKind.JPEG.nameFor("IMG.JPEG")).isEqualTo("IMG.JPEG");
        assertThat(FileKind.PNG.nameFor("photo-09.jpg")).isEqualTo("photo-09.jpg.png");
    }
}
