package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedRowTest {
  private static TypedRow read(Map<String, String> typed) {
    return TypedRow.read(Town.output(), typed, Optional.empty());
  }

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    TypedRow row = read(Map.of("now.gross", "1,234,567", "now.sales", "９８７千元", "prior.gross", ""));
    assertThat(row.faults()).isEmpty();
    assertThat(row.cells().now(0)).hasValue(1_234_567);
    assertThat(row.cells().now(1)).hasValue(987);
    assertThat(row.cells().prior(0)).isEmpty();
    assertThat(row.isFit()).isTrue();
  }

  @Test
  void whatIsNoWholeNumberOfTheUnitIsSaidOnceWithItsText() {
    assertThat(read(Map.of("now.gross", "12.5")).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.says().zh()).contains("12.5", "不是整数"));
    assertThat(read(Map.of("now.gross", "5亿元")).faults()).hasSize(1);
    assertThat(read(Map.of("now.gross", "many")).faults()).hasSize(1);
    assertThat(read(Map.of()).faults())
        .singleElement()
        .matches(one -> one.check().equals("required"));
  }

  @Test
  void aHardCheckRefusesAndASoftOneIsFitWithItsReason() {
    assertThat(read(Map.of("now.gross", "1", "now.sales", "3")).faults())
        .extracting(Answer.Remark::check)
        .containsExactly("sales-in-gross");
    var leap = Map.of("now.gross", "100", "prior.gross", "1");
    assertThat(read(leap).unexplained()).extracting(Answer.Remark::check).containsExactly("jump");
    var explained = Map.of("now.gross", "100", "prior.gross", "1", "why.jump", "新线投产");
    assertThat(read(explained).isFit()).isTrue();
  }
}
