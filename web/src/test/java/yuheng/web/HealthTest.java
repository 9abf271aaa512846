package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever watches over a server is told how it is, and nothing else.
class HealthTest {
  @TempDir private Path folder;

  @Test
  void aServerSaysThatItReachesItsStoreAndHowMuchRoomThereIs() {
    try (House house = House.open(folder)) {
      HttpResponse<String> first = house.served().get("/health");
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(first.body())
          .matches(
              "\\{\"status\":\"(ok|little-room)\",\"store\":\"reachable\",\"last_entry\":\\d+,\"disk_free_bytes\":\\d+}")
          .doesNotContain(folder.toString());
      house.with(yuheng.facts.Role.READER);
      assertThat(house.served().get("/health").body()).isNotEqualTo(first.body());
    }
  }

  @Test
  void aStoreThatIsGoneIsTold() throws Exception {
    try (House house = House.open(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
      HttpResponse<String> told = house.served().get("/health");
      assertThat(told.statusCode()).isEqualTo(503);
      assertThat(told.body()).isEqualTo("{\"status\":\"down\",\"store\":\"unreachable\"}");
    }
  }

  @Test
  void aServerWithoutAStoreSaysSo() {
    try (Served served = Served.chongqing()) {
      assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"ok\",\"store\":\"none\"}");
    }
  }
}
