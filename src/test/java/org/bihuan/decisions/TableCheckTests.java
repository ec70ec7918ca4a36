package org.bihuan.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bihuan.CountyTest;
import org.bihuan.engine.DecisionFiles;
import org.bihuan.engine.DecisionVersions;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found wrong with a table that somebody edited, in the words in which he hears it. */
@CountyTest
class TableCheckTests {
    @Autowired
    DecisionVersions versions;

    @Autowired
    DecisionFiles files;

    @Autowired
    Contracts contracts;

    @Autowired
    TableCheck check;

    @Autowired
    Words words;

    static List<String> shipped() {
        try (var paths = Files.walk(Path.of("bpmn"))) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".dmn"))
                    .map(name -> name.replace(".dmn", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whoever adds a table says in a contract what it may say; only then can a county change it. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTableIsGoodByItsOwnContract(String decision) {
        assertThat(contracts.of(decision)).as("contract of %s", decision).isPresent();
        assertThat(complaints(decision, table -> table)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("deadline", t -> t.hitPolicy(HitPolicy.FIRST), "命中规则（Hit policy）不能改：应为UNIQUE，现为FIRST。"),
                mistake("deadline", t -> t.source(3, " "), "第3行：没有注明依据。请在该行的“Annotations”（注释）栏写明法规条款或文件号。"),
                mistake("deadline", t -> t.remove(5), "有遗漏：用途为复查验收，隐患级别为一般时没有一行成立。"),
                mistake("deadline", t -> t.input(2, 3, "true"), "有遗漏：用途为整改，隐患级别为一般，立即整改为否时没有一行成立。"),
                mistake("deadline", t -> t.input(2, 3, ""), "第3行：与第2行重叠：用途为整改，隐患级别为一般，立即整改为是时两行同时成立，不知按哪一行办。"),
                mistake("deadline", t -> t.input(2, 4, "\"MEDIA\""), "隐患来源为企业自查或内部职工报告或"),
                mistake("deadline", t -> t.input(1, 1, "\"ACEPT\""), "第1行“用途”：“\"ACEPT\"”不在允许范围内，可填：ACCEPT（签收）、"),
                mistake(
                        "deadline",
                        t -> t.input(1, 2, "upper case(\"major\")"),
                        "第1行“隐患级别”：“upper case(\"major\")”不能核对。"),
                mistake("deadline", t -> t.output(2, 1, "\"15\""), "第2行“天数”：“\"15\"”不在允许范围内，可填：0至730的整数。"),
                mistake("deadline", t -> t.output(2, 1, "15.5"), "第2行“天数”：“15.5”不在允许范围内"),
                mistake("deadline", t -> t.output(2, 1, "10 + 5"), "第2行“天数”：“10 + 5”不是一个确定的值"),
                mistake("deadline", t -> t.output(2, 2, "\"HOURS\""), "可填：CALENDAR（自然日）、WORKING（工作日）。"),
                mistake("deadline", t -> t.output(2, 3, ""), "第2行“遇休息日顺延”：不能留空，可填：true（是）或false（否）。"),
                mistake("deadline", t -> t.output(1, 1, "0"), "第1行：按工作日计算的期限应为1至250天；当日办结请用自然日0天。"),
                mistake("deadline", t -> t.output(2, 1, "45"), "第2行：默认天数应在“最早”与“最晚”之间"),
                mistake("deadline", t -> t.output(2, 4, "40"), "第2行：“最早”不能大于“最晚”。"),
                mistake("deadline", t -> t.output(6, 1, "11"), "第6行：重大隐患复查验收不得超过10个自然日（总局令第16号第二十三条）"),
                mistake("ladder", t -> t.output(1, 1, "\"+03\""), "第1行“阶梯”："),
                mistake("ladder", t -> t.output(1, 2, "\"mayor\""), "可填：以英文逗号分隔、不重复的："),
                mistake("ladder", t -> t.output(1, 2, "\"inspector, inspector\""), "第1行“对象”："),
                mistake("ladder", t -> t.repeat(4), "签收（一般隐患）的阶梯0与第4行重复，同一级只能有一行。"),
                mistake("ladder", t -> t.remove(4), "签收（一般隐患）缺少到期当日（0）的提醒。"),
                mistake("ladder", t -> t.remove(5), "签收（一般隐患）缺少逾期第1个工作日（+1）的通知。"),
                mistake("ladder", t -> t.remove(9), "签收（一般隐患）缺少最后一级之后的续报（EVERY+天数），逾期后会无人再过问。"),
                mistake("ladder", t -> t.remove(10), "整改（一般隐患）缺少期限已过时的补告（CATCHUP）。"),
                mistake("ladder", t -> t.output(5, 5, "\"WARNING\""), "第5行：签收（一般隐患）的这一级不能起草文书："),
                mistake("ladder", t -> t.output(10, 5, "\"WARNING\""), "第10行：整改（一般隐患）的这一级不能起草文书："),
                mistake("ladder", t -> t.output(3, 3, "\"WAITING\""), "第3行：签收（一般隐患）没有动作WAITING。"),
                mistake("routing", t -> t.output(1, 1, "\"MAYOR\""), "可填：FINDING_UNIT（发现单位）、"));
    }

    private static Arguments mistake(String decision, UnaryOperator<EditedTable> edit, String said) {
        return Arguments.of(decision, edit, said);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void aMistakeIsSaidInWordsWithItsRow(String decision, UnaryOperator<EditedTable> edit, String said) {
        assertThat(complaints(decision, edit))
                .anySatisfy(sentence -> assertThat(sentence).contains(said));
    }

    /** What a county will want first: another term for one source, for a trade, or for both. */
    @Test
    void aTermMayDependOnSourceAndRisk() {
        assertThat(complaints(
                        "deadline",
                        table -> table.input(2, 4, "\"PUBLIC_REPORT\"")
                                .output(2, 1, "7")
                                .repeat(2)
                                .input(table.rows(), 4, "not(\"PUBLIC_REPORT\")")
                                .input(table.rows(), 5, "true")
                                .output(table.rows(), 1, "10")
                                .repeat(2)
                                .input(table.rows(), 4, "not(\"PUBLIC_REPORT\")")
                                .input(table.rows(), 5, "false")
                                .source(table.rows(), "县安委〔2026〕12号")))
                .isEmpty();
    }

    private List<String> complaints(String decision, UnaryOperator<EditedTable> edit) {
        var shipped = versions.shippedFile(decision);
        var edited = edit.apply(EditedTable.of(shipped)).file();
        return check.complaints(contracts.of(decision).orElseThrow(), files.read(edited), files.read(shipped)).stream()
                .map(words::complaint)
                .toList();
    }
}
