package yuheng.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import yuheng.plan.Plan.OfficialText;

/// Holds a plan's numbers to the official text (原文锚定): each anchor's quote must stand at its
/// offsets.
///
/// @param held how many anchors hold
/// @param broken the others
/// @param sameDocument the text has the checksum that the plan declares; true when it declares none
public record AnchorCheck(int held, List<Broken> broken, boolean sameDocument) {
  private static final int CONTEXT = 12;

  public AnchorCheck {
    broken = List.copyOf(broken);
  }

  /// An anchor whose quote does not stand at its offsets.
  ///
  /// @param found what stands there instead
  /// @param context the words around it
  /// @param elsewhere where the quote stands instead, if it stands exactly once
  public record Broken(Target target, String found, String context, Optional<Integer> elsewhere) {}

  /// Judges every anchor of a plan by a text.
  ///
  /// @param text the bytes of the official document, UTF-8
  public static AnchorCheck judge(Plan plan, byte[] text) {
    String document = new String(text, StandardCharsets.UTF_8);
    int[] points = document.codePoints().toArray();
    int held = 0;
    var broken = new ArrayList<Broken>();
    for (Target target : plan.targets().values()) {
      if (target.text().isEmpty()) {
        continue;
      }
      Target.Anchor anchor = target.text().get();
      String found = between(points, anchor.start(), anchor.end());
      if (found.equals(anchor.quote())) {
        held++;
      } else {
        String context = between(points, anchor.start() - CONTEXT, anchor.end() + CONTEXT);
        broken.add(new Broken(target, found, context, elsewhere(document, anchor.quote())));
      }
    }
    boolean same =
        plan.text().map(OfficialText::sha256).map(sha256(text)::equalsIgnoreCase).orElse(true);
    return new AnchorCheck(held, broken, same);
  }

  private static String between(int[] points, int from, int to) {
    int start = Math.clamp(from, 0, points.length);
    int end = Math.clamp(to, start, points.length);
    return new String(points, start, end - start);
  }

  private static Optional<Integer> elsewhere(String document, String quote) {
    int first = document.indexOf(quote);
    if (first < 0 || document.indexOf(quote, first + 1) >= 0) {
      return Optional.empty();
    }
    return Optional.of(document.codePointCount(0, first));
  }

  private static String sha256(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
