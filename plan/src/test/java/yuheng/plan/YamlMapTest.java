package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlMapTest {
  @Test
  void aRareCharacterIsReadWhereverItStands() {
    for (int before = 1000; before < 1060; before++) {
      var problems = new Problems();
      YamlMap map =
          YamlFile.read("a.yaml", "#" + "x".repeat(before) + "𠀀\nplace: 𠀀村\n", problems);
      assertThat(map.need("place")).as("after %d characters", before).contains("𠀀村");
      assertThat(problems.all()).isEmpty();
    }
  }
}
