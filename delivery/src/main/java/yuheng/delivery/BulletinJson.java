package yuheng.delivery;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// A bulletin as JSON, as it is kept when it is frozen.
final class BulletinJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addMixIn(Bulletin.Block.class, ByName.class).build();

  private BulletinJson() {}

  /// Which of the blocks it is stands beside its fields.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "block")
  private interface ByName {}

  static String write(Bulletin bulletin) {
    return JSON.writeValueAsString(bulletin);
  }

  static Bulletin read(String text) {
    return JSON.readValue(text, Bulletin.class);
  }
}
