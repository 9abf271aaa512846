package yuheng.web;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Pages for what cannot be answered: they say what, and what to do next.
@ControllerAdvice
class ErrorPages {
  private final Shown shown;
  private final Html html;

  ErrorPages(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  record View(Frame frame, String what, String next) {}

  @ExceptionHandler
  ResponseEntity<String> badQuestion(Asked.BadQuestion bad, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    return page(
        asked,
        HttpStatus.BAD_REQUEST,
        asked.t("这个问题问不成", "This cannot be asked"),
        asked.t(bad.words()),
        asked.t("改正网址或上方的时间，再试一次。", "Correct the address, or the dates above, and try again."));
  }

  @ExceptionHandler({NoSuchElementException.class, NoResourceFoundException.class})
  ResponseEntity<String> notHere(Exception missing, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    return page(
        asked,
        HttpStatus.NOT_FOUND,
        asked.t("没有这一页", "There is no such page"),
        asked.t("网址所指的目标、数据或页面不在这个规划里。", "The plan has no such target, figure or page."),
        asked.t("从战略正文或目标表开始找。", "Start from the strategy or from the table of targets."));
  }

  @ExceptionHandler
  ResponseEntity<String> mayNot(AccessDeniedException denied, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    if (denied instanceof CsrfException) {
      return page(
          asked,
          HttpStatus.FORBIDDEN,
          asked.t("没有收下：这张表单不是刚从本站打开的", "Not taken: this form was not just opened here"),
          asked.t(
              "表单可能开得太久，或登录已经结束。什么都没有改动。",
              "It may have been open too long, or you were signed out. Nothing was changed."),
          asked.t("回到那一页，重新打开后再提交一次。", "Go back to its page, open it anew, and send it again."));
    }
    return page(
        asked,
        HttpStatus.FORBIDDEN,
        asked.t("您的角色不能做这件事", "Your role may not do this"),
        asked.t("这一页只对另外的角色开放。什么都没有改动。", "This is open to other roles only. Nothing was changed."),
        asked.t("如需此权限，请找管理员。", "An administrator can give you another role."));
  }

  @ExceptionHandler
  ResponseEntity<String> tooLarge(MaxUploadSizeExceededException large, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    return page(
        asked,
        HttpStatus.CONTENT_TOO_LARGE,
        asked.t("文件太大", "The file is too large"),
        asked.t(
            "DR002：超过 20 MB 的文件不读；最长的政策文件也只有几百 KB 文字，其余是图片。",
            "DR002: a file of more than 20 MB is not read; the longest policy document has a few"
                + " hundred kilobytes of words, the rest is pictures."),
        asked.t(
            "把文字另存为 .txt 或 .docx，再上传。", "Save the words alone as .txt or .docx and send that."));
  }

  private ResponseEntity<String> page(
      Asked asked, HttpStatus status, String title, String what, String next) {
    return html.page("error", new View(Frame.of(shown, asked, title, "/"), what, next), status);
  }
}
