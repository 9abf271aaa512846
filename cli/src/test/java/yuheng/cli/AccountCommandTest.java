package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Accounts;
import yuheng.facts.Journal;
import yuheng.testing.Golden;

/// Accounts from the machine itself.
class AccountCommandTest {
  private static final String PLAN = Golden.home().resolve("examples/small").toString();

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private Path store() {
    return folder.resolve("kept/journal.db");
  }

  private Ran run(String input, String... arguments) {
    var all = new ArrayList<>(List.of("account", "--store", store().toString(), PLAN));
    all.addAll(List.of(arguments));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      int code =
          Main.run(
              all.toArray(String[]::new),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8));
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void anAccountIsAddedChangedListedAndClosed() {
    assertThat(run("a sound password\n", "add", "li", "--role", "analyst", "--display", "李明"))
        .satisfies(ran -> assertThat(ran.err()).isEmpty())
        .satisfies(ran -> assertThat(ran.out()).contains("li", "analyst", "李明"));
    assertThat(run("", "role", "li", "reviewer").code()).isZero();
    assertThat(run("another sound one\n", "password", "li").code()).isZero();
    assertThat(run("", "list").out()).contains("reviewer", "active");
    assertThat(run("", "deactivate", "li").out()).contains("closed");
    try (Journal journal = Journal.open(store())) {
      assertThat(new Accounts(journal).find("li").orElseThrow().oneTime()).isFalse();
      assertThat(journal.since(0, 10).toString()).doesNotContain("sound");
    }
  }

  @Test
  void aGeneratedPasswordIsPrintedOnceAndMustBeChanged() {
    Ran ran = run("", "add", "root", "--role", "administrator", "--generate");
    assertThat(ran.out()).containsPattern("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
    try (Journal journal = Journal.open(store())) {
      assertThat(new Accounts(journal).find("root").orElseThrow().oneTime()).isTrue();
    }
    assertThat(run("", "list").out()).doesNotContainPattern("[a-z2-9]{5}-[a-z2-9]{5}-");
  }

  @Test
  void whatCannotBeSaysWhyInBothLanguages() {
    assertThat(run("short\n", "add", "li", "--role", "reader"))
        .satisfies(ran -> assertThat(ran.code()).isEqualTo(Main.WRONG_INPUT))
        .satisfies(ran -> assertThat(ran.err()).contains("10 至 200", "10 to 200"));
    assertThat(run("", "add", "li", "--role", "reader").err()).contains("--generate makes one");
    assertThat(run("", "add", "Li", "--role", "reader", "--generate").err())
        .contains("小写字母", "small letter");
    assertThat(run("", "role", "nobody", "reader").err()).contains("没有这个账号");
    assertThat(run("", "add", "li", "--role", "king", "--generate").code()).isEqualTo(2);
    assertThat(run("").code()).isEqualTo(2);
  }

  @Test
  void aScopeFitsItsRole() {
    assertThat(run("", "add", "dd", "--role", "district", "--generate").err())
        .contains("一个区县", "one district");
    assertThat(
            run("", "add", "oo", "--role", "line-office", "--scope", "industry:36", "--generate")
                .out())
        .contains("industry:36");
    assertThat(run("", "scope", "oo", "all").out()).contains("all");
    assertThat(run("", "scope", "oo", "everything").err()).contains("不是数据范围");
    assertThat(run("", "role", "oo", "analyst", "--scope", "none").out()).contains("none");
    assertThat(run("", "add", "cc", "--role", "clerk", "--scope", "unit:1", "--generate").err())
        .contains("opened by the enterprise itself");
  }

  @Test
  void lettersArePrintedForUnitsAndTheirCodesAreNotSaid() throws IOException {
    run("", "add", "root", "--role", "administrator", "--generate");
    Path units = folder.resolve("units.csv");
    Files.writeString(units, "unit,name,district,contact\n1,虚构一厂,,tel 1\n2,虚构二厂,,\n");
    Ran ran = run("", "letters", "--by", "root", "--role", "clerk", "--units", units.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("letters 1; without a registered contact 1");
    try (var files = Files.list(folder.resolve("kept/letters"))) {
      assertThat(files).singleElement().asString().endsWith(".docx");
    }
    Files.writeString(units, "unit,name,district,contact\nx,虚构一厂,999999,tel 1\n1,a,,\n1,b,,\n");
    assertThat(run("", "letters", "--by", "root", "--role", "clerk", "--units", units.toString()))
        .satisfies(bad -> assertThat(bad.code()).isEqualTo(Main.WRONG_INPUT))
        .satisfies(bad -> assertThat(bad.err()).contains("UL001", "UL002"));
    assertThat(run("", "letters", "--by", "root", "--role", "clerk").err()).contains("--units");
  }

  @Test
  void theJournalAndItsFolderAreTheirOwnersAlone() throws IOException {
    run("", "list");
    assertThat(Files.getPosixFilePermissions(store().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(store()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theDemoThatDoesNotServeKeepsNothing() {
    var quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int code =
        Main.run(new String[] {"demo", "--no-serve", "--store", store().toString()}, quiet, quiet);
    assertThat(code).isZero();
    assertThat(store()).doesNotExist();
  }
}
