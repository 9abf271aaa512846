package yuheng.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/// One leaf of a list too long for a page; which one stands in the address. Narrowing and sorting
/// come before, taking along takes all leaves.
///
/// @param found how many rows all leaves have
/// @param from place of the first row shown, counted from 1; 0 when there is none
/// @param number of this leaf, from 1
/// @param places the leaves before and after this one
record Leaf<T>(List<T> rows, int found, int from, int number, List<Frame.Place> places) {
  /// Rows on a leaf.
  static final int ROWS = 150;

  /// @param path of the page
  /// @param more further parameters of its address
  static <T> Leaf<T> of(
      List<T> all, WebRequest request, Asked asked, String path, Map<String, String> more) {
    return of(all, ROWS, request, asked, path, more);
  }

  /// The same with so many rows on a leaf.
  static <T> Leaf<T> of(
      List<T> all,
      int rows,
      WebRequest request,
      Asked asked,
      String path,
      Map<String, String> more) {
    int last = Math.max(1, Math.ceilDiv(all.size(), rows));
    int number = Math.clamp(asked(request), 1, last);
    int from = (number - 1) * rows;
    var places = new ArrayList<Frame.Place>();
    if (number > 1) {
      places.add(place(asked.t("← 前一页", "← Before"), number - 1, asked, path, more));
    }
    if (number < last) {
      places.add(place(asked.t("后一页 →", "After →"), number + 1, asked, path, more));
    }
    return new Leaf<>(
        List.copyOf(all.subList(from, Math.min(all.size(), from + rows))),
        all.size(),
        all.isEmpty() ? 0 : from + 1,
        number,
        places);
  }

  private static int asked(WebRequest request) {
    @Nullable String page = request.getParameter("page");
    return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
  }

  private static Frame.Place place(
      String name, int number, Asked asked, String path, Map<String, String> more) {
    return new Frame.Place(name, asked.href(path, with(number, more)), false);
  }

  private static Map<String, String> with(int number, Map<String, String> more) {
    var parameters = new LinkedHashMap<>(more);
    if (number > 1) {
      parameters.put("page", Integer.toString(number));
    } else {
      parameters.remove("page");
    }
    return parameters;
  }

  /// Parameters of an address together with the leaf that is shown.
  Map<String, String> in(Map<String, String> more) {
    return with(number, more);
  }

  /// The same leaf of something made of its rows.
  <R> Leaf<R> map(Function<T, R> made) {
    return new Leaf<>(rows.stream().map(made).toList(), found, from, number, places);
  }

  /// Place of the last row shown.
  int to() {
    return from == 0 ? 0 : from + rows.size() - 1;
  }

  /// Whether there is more than is shown, so that looking through the page is not enough.
  boolean partial() {
    return rows.size() < found;
  }
}
