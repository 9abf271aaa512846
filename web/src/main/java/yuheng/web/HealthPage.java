package yuheng.web;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yuheng.facts.Journal;

/// What whoever watches over the server asks again and again: whether it answers, reaches its
/// store, and has room on the disk. It tells no path, no name, and nothing that was said.
@Controller
class HealthPage {
  /// Less than this is told, in time for somebody to make room.
  private static final long LITTLE_BYTES = 1L << 30;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectProvider<Journal> journal;

  HealthPage(ObjectProvider<Journal> journal) {
    this.journal = journal;
  }

  @GetMapping("/health")
  ResponseEntity<byte[]> show() {
    ObjectNode told = JSON.createObjectNode();
    HttpStatus status = HttpStatus.OK;
    Journal kept = journal.getIfAvailable();
    if (kept == null) {
      told.put("status", "ok").put("store", "none");
    } else {
      try {
        long last = kept.last();
        long free = kept.free();
        told.put("status", free < LITTLE_BYTES ? "little-room" : "ok").put("store", "reachable");
        told.put("last_entry", last).put("disk_free_bytes", free);
      } catch (Journal.Unavailable broken) {
        status = HttpStatus.SERVICE_UNAVAILABLE;
        told.put("status", "down").put("store", "unreachable");
      }
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(told.toString().getBytes(StandardCharsets.UTF_8));
  }
}
