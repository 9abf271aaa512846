package yuheng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import yuheng.terms.Unit;
import yuheng.terms.Words;

class PastedRowsTest {
  private static final Unit YI = Unit.of("亿元");

  private static SequencedMap<String, Words> parts() {
    var parts = new LinkedHashMap<String, Words>();
    parts.put("1", new Words("江口区", "Jiangkou"));
    parts.put("2", new Words("北岸区", "Bei'an"));
    return parts;
  }

  private static PastedRows read(String text, boolean open) {
    return PastedRows.read(text, parts(), open, YI);
  }

  @Test
  void columnsOfASpreadsheetAreReadByNameOrCodeWithoutHeadingAndTotal() {
    PastedRows rows = read("区县\t任务\n江口区\t1,234.5\n2\t 7.25亿元\n合计\t1241.75\n\n", false);
    assertThat(rows.problems()).isEmpty();
    assertThat(rows.amounts().toString()).isEqualTo("{1=1234.5, 2=7.25}");
  }

  @Test
  void commasAndWideSpacesSeparateToo() {
    assertThat(read("Jiangkou,12\nBei'an　30万元", false).amounts().toString())
        .isEqualTo("{1=12, 2=0.003}");
  }

  @Test
  void everythingThatCannotBeReadIsToldWithItsLine() {
    PastedRows rows = read("江口区\t1\n西岸区\t2\n江口区\t3\n北岸区\t很多", false);
    assertThat(rows.problems())
        .extracting(Words::zh)
        .containsExactly("第2行“西岸区”不是已知的名称或代码。", "第3行“江口区”已经出现过。", "第4行“北岸区\t很多”没有读出数，应为：名称、制表符、数。");
  }

  @Test
  void parksAreNamedByWhoeverBreaksDown() {
    assertThat(read("高新园\t5", true).amounts().toString()).isEqualTo("{高新园=5}");
  }

  @Test
  void aNumberOfAnotherThingIsNoAmount() {
    assertThat(PastedRows.amount("5万吨", YI)).isEmpty();
    assertThat(PastedRows.amount("5%", YI)).isEmpty();
    assertThat(PastedRows.amount("−3.5", YI)).hasToString("Optional[-3.5]");
  }
}
