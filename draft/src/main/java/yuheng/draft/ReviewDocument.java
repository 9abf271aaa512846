package yuheng.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import yuheng.draft.PolicyDocument.Kind;
import yuheng.prose.PolicyText;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// The document of a review on disk: its text, and what is known of where it came from.
final class ReviewDocument {
  private static final String TEXT = "text.txt";
  private static final String ABOUT = "document.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReviewDocument() {}

  /// The document, or what is wrong with it.
  record Read(Optional<PolicyDocument> document, List<Problem> problems) {
    static Read not(Problem problem) {
      return new Read(Optional.empty(), List.of(problem));
    }
  }

  static void write(Path folder, PolicyDocument document) throws IOException {
    byte[] text = document.text().text().getBytes(StandardCharsets.UTF_8);
    ObjectNode about = JSON.createObjectNode();
    about.put("name", document.name());
    about.put("kind", document.kind().name());
    about.put("sha256", sha256(text));
    ArrayNode remarks = about.putArray("remarks");
    document
        .remarks()
        .forEach(remark -> remarks.addObject().put("zh", remark.zh()).put("en", remark.en()));
    safely(folder.resolve(TEXT), text);
    safely(folder.resolve(ABOUT), JSON.writeValueAsBytes(about));
  }

  /// On disk when this returns.
  private static void safely(Path path, byte[] bytes) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    }
  }

  static Read read(Path folder) throws IOException {
    Path text = folder.resolve(TEXT);
    Path about = folder.resolve(ABOUT);
    if (!Files.isRegularFile(text) || !Files.isRegularFile(about)) {
      return Read.not(DocumentProblem.NO_REVIEW.in(folder.toString()));
    }
    byte[] bytes = Files.readAllBytes(text);
    Optional<String> words = PlainText.strictly(StandardCharsets.UTF_8, bytes);
    try {
      JsonNode said = JSON.readTree(Files.readAllBytes(about));
      boolean same = said.required("sha256").asString().equals(sha256(bytes));
      if (words.isEmpty() || !same) {
        return Read.not(DocumentProblem.TEXT_CHANGED.in(text.toString()));
      }
      var remarks = new ArrayList<Words>();
      for (JsonNode remark : said.required("remarks")) {
        remarks.add(new Words(remark.required("zh").asString(), remark.required("en").asString()));
      }
      var document =
          new PolicyDocument(
              said.required("name").asString(),
              Kind.valueOf(said.required("kind").asString()),
              PolicyText.of(words.get()),
              remarks);
      return new Read(Optional.of(document), List.of());
    } catch (JacksonException | IllegalArgumentException damaged) {
      return Read.not(DocumentProblem.NO_REVIEW.in(folder.toString()));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
