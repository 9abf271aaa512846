package yuheng.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/// What the address of a review asks: which draft, and what of it is looked at.
///
/// @param at key of the proposal that is looked at; empty for the document's head
/// @param add a stretch to add, `12-19`; may be empty
/// @param find words to look for in the text; may be empty
/// @param others whether the numbers that were not taken are shown
record Look(Asked asked, String id, String at, String add, String find, boolean others) {
  private static final int LONGEST = 200;

  static Look read(WebRequest request, Shown shown, String id) {
    return new Look(
        Asked.read(request, shown.asked()),
        id,
        said(request, "at"),
        said(request, "add"),
        said(request, "find"),
        said(request, "others").equals("1"));
  }

  /// A parameter on one line, empty when it is not given.
  static String said(WebRequest request, String name) {
    @Nullable String text = request.getParameter(name);
    if (text == null) {
      return "";
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
  }

  /// Whether who looks may change what is looked at.
  boolean mayDecide() {
    return asked.visitor().is(Roles.ANALYSTS);
  }

  String path() {
    return "/drafts/" + id;
  }

  Map<String, String> more() {
    var more = new LinkedHashMap<String, String>();
    more.put("at", at);
    more.put("add", add);
    more.put("find", find);
    more.put("others", others ? "1" : "");
    return more;
  }

  String href() {
    return asked.href(path(), more());
  }

  /// Another page of the draft.
  String href(String below) {
    return asked.href(path() + below, new Look(asked, id, "", "", "", false).more());
  }

  /// The same, looking at a proposal; the browser goes to its words.
  String to(String key) {
    return asked.href(
        path() + (key.isEmpty() ? "" : "#q-" + key),
        new Look(asked, id, key, "", "", others).more());
  }

  /// The same, about to add a stretch of the text.
  String adding(int start, int end) {
    return asked.href(
        path() + "#panel", new Look(asked, id, "", start + "-" + end, "", others).more());
  }

  Look at(String key) {
    return new Look(asked, id, key, "", "", others);
  }

  Look showing(boolean otherNumbers) {
    return new Look(asked, id, at, add, find, otherNumbers);
  }
}
