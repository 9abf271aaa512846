package yuheng.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Problem;

/// What is wrong with a document, in Chinese, for those who sent it.
///
/// @param what and how to mend it
record DocumentWords(String what, String why, String mend) {
  private static final Map<String, DocumentWords> CHINESE =
      Map.ofEntries(
          Map.entry(
              "DR002",
              new DocumentWords(
                  "文件超过 20 MB", "最长的政策文件也只有几百 KB 文字，其余是图片", "把文字另存为 .txt 或 .docx，再上传")),
          Map.entry("DR003", new DocumentWords("里面没有文字", "草案是从文字里找出来的", "看看是不是拿错了文件，文字是不是在图片里")),
          Map.entry(
              "DR004",
              new DocumentWords(
                  "不是文本", "纯文本从头到尾是 UTF-8 或 GB18030", "另存为 UTF-8，或者上传原来的 .docx、.pdf、.html")),
          Map.entry(
              "DR005",
              new DocumentWords("是 UTF-8，但有损坏的字符", "位置按字符计算，每个字符都要在", "换一份完整的文件；所示位置是第一处损坏")),
          Map.entry(
              "DR006",
              new DocumentWords(
                  "这种格式读不了",
                  "读得了的是 .txt、.md、.docx、.pdf、.html",
                  "用原来的软件（Word、WPS）打开，另存为 .docx 或纯文本")),
          Map.entry(
              "DR007",
              new DocumentWords(
                  "Word 文件已损坏", ".docx 是装着 XML 的压缩包，其中有读不出的部分", "用 Word 或 WPS 打开修复，重新保存")),
          Map.entry("DR008", new DocumentWords("解压后大得不像文件", "很小的压缩包解压成几百 MB，是有意为害", "请发文件的人给纯文本")),
          Map.entry("DR009", new DocumentWords("PDF 已损坏", "其中的对象或页面读不出来", "换一份完整的，或者重新打印成 PDF")),
          Map.entry("DR010", new DocumentWords("PDF 设了密码", "没有密码就取不出文字", "向发布者要一份不加密的")),
          Map.entry(
              "DR011", new DocumentWords("PDF 全是图片，没有文字层", "扫描的页面只有文字的图像", "先做文字识别并请人校读，或者找文字版")));

  /// In Chinese; empty for problems of other kinds.
  static Optional<DocumentWords> of(Problem problem) {
    @Nullable DocumentWords words = CHINESE.get(problem.code());
    return Optional.ofNullable(words);
  }
}
