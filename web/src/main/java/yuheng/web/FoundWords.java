package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import yuheng.draft.Review;

/// A place where words that somebody looks for stand in the text, with a few words around them.
record FoundWords(String before, String words, String after, String href) {
  private static final int MOST = 20;
  private static final int AROUND = 12;

  static List<FoundWords> in(Review review, Look look) {
    String text = review.draft().text().text();
    String words = look.find();
    var found = new ArrayList<FoundWords>();
    if (words.isEmpty()) {
      return found;
    }
    int[] codes = text.codePoints().toArray();
    int length = words.codePointCount(0, words.length());
    int index = text.indexOf(words);
    while (index >= 0 && found.size() < MOST) {
      int start = text.codePointCount(0, index);
      int end = start + length;
      int from = Math.max(0, start - AROUND);
      int to = Math.min(codes.length, end + AROUND);
      found.add(
          new FoundWords(
              new String(codes, from, start - from),
              words,
              new String(codes, end, to - end),
              look.adding(start, end)));
      index = text.indexOf(words, index + words.length());
    }
    return found;
  }
}
