package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts whose lines end at a width, not at a sentence.
class WrappingTest {
  private static final String WRAPPED =
      """
      松岭省十二五规划纲要（节选）

      按照生产发展、生活宽裕的要求，扎实稳步推进农村建设，全面
      实施良种工程，加快建设生产基地，健全服务体系，重点实施42
      个基地县、120万亩良种、3个育种基地；围绕龙头企业发展需要
      ，着力建设16个优质茶叶基地县、4个外销基地县，形成新的优
      势产业带；加强技术推广，提高组织化程度，建立一体化的机制
      ，形成互利互惠的合作形式。
      """;

  @Test
  void aLineThatEndsInTheMiddleOfASentenceIsGoneOnWith() {
    String text = WRAPPED;
    assertThat(PolicyText.of(text).commitments())
        .extracting(Mention::raw)
        .containsExactly("42\n个", "120万亩", "3个", "16个", "4个");
  }

  @Test
  void offsetsAreThoseOfTheOriginal() {
    String text = WRAPPED;
    int[] points = text.codePoints().toArray();
    for (Mention mention : PolicyText.of(text).mentions()) {
      assertThat(new String(points, mention.start(), mention.end() - mention.start()))
          .isEqualTo(mention.raw());
      assertThat(mention.because()).allMatch(ground -> ground.end() <= points.length);
    }
  }

  @Test
  void linesOfTheirOwnStayApart() {
    for (String text : List.of("新建学校20\n所有乡镇通公路\n", "一、目标\n\n建成公路30公里\n改造桥梁5座\n")) {
      assertThat(Wrapping.of(text).joined()).isEqualTo(text);
    }
  }

  @Test
  void aNumberedOrIndentedLineBeginsAnew() {
    String full = "全面推进农村建设和城市建设并加快发展各项社会事业切实改善";
    String body = (full + "\n").repeat(5);
    assertThat(Wrapping.of(body + "　　新的一段。\n").joined()).endsWith("\n　　新的一段。\n");
    assertThat(Wrapping.of(body + "——新的一条。\n").joined()).endsWith("\n——新的一条。\n");
    assertThat(Wrapping.of(body + "的生活。\n").joined()).isEqualTo(full.repeat(5) + "的生活。\n");
  }
}
