package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yuheng.web.Shelf.Made;

class ShelfTest {
  private static final LocalDate DAY = LocalDate.of(2012, 9, 1);
  private static final Made FIRST = new Made(1, DAY);

  private static ReadyPage page(int bytes) {
    return ReadyPage.of(
        "application/pdf", Map.of(), "x".repeat(bytes).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPageIsGivenUntilSomethingIsSaidOrTheDayIsOver() {
    var shelf = new Shelf(1_000);
    shelf.put(FIRST, "/", page(10));
    assertThat(shelf.find(FIRST, "/")).isPresent();
    assertThat(shelf.find(FIRST, "/?lang=en")).isEmpty();
    assertThat(shelf.find(new Made(2, DAY), "/")).isEmpty();
    assertThat(shelf.size()).isZero();
    shelf.put(new Made(2, DAY), "/", page(10));
    assertThat(shelf.find(new Made(2, DAY.plusDays(1)), "/")).isEmpty();
  }

  @Test
  void whatWasMadeBeforeSomethingWasSaidIsNotKept() {
    var shelf = new Shelf(1_000);
    assertThat(shelf.find(new Made(2, DAY), "/")).isEmpty();
    shelf.put(FIRST, "/", page(10));
    assertThat(shelf.size()).isZero();
    assertThat(shelf.find(FIRST, "/")).isEmpty();
    assertThat(shelf.find(new Made(2, DAY), "/")).isEmpty();
  }

  @Test
  void thePageAskedForLongestAgoGoesFirst() {
    var shelf = new Shelf(1_000);
    for (int i = 0; i < 10; i++) {
      shelf.put(FIRST, "/" + i, page(100));
    }
    assertThat(shelf.find(FIRST, "/0")).isPresent();
    shelf.put(FIRST, "/more", page(100));
    assertThat(shelf.find(FIRST, "/1")).isEmpty();
    assertThat(shelf.find(FIRST, "/0")).isPresent();
    assertThat(shelf.size()).isEqualTo(10);
    shelf.put(FIRST, "/large", page(500));
    assertThat(shelf.find(FIRST, "/large")).isEmpty();
  }
}
