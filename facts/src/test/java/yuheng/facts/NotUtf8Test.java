package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.Plan;

class NotUtf8Test {
  @Test
  void aFileInAnotherEncodingIsNamedAndNothingElseIsSaidOfIt(@TempDir Path folder)
      throws IOException {
    Files.write(folder.resolve("targets.yaml"), "目标: 一".getBytes(Charset.forName("GBK")));
    assertThat(Plan.read(folder).problems())
        .filteredOn(problem -> problem.place().file().equals("targets.yaml"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("PL002"));
  }
}
