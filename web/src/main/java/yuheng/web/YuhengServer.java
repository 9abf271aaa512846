package yuheng.web;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import yuheng.draft.Known;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;

/// Serves a plan's pages over HTTP until it is closed.
public final class YuhengServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private YuhengServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts serving a plan to readers; nothing can be changed.
  ///
  /// @param asked what a page answers whose address does not say otherwise
  /// @param port 0 takes a free one
  public static YuhengServer start(Plan plan, OfficialFigures figures, Question asked, int port) {
    return start(plan, figures, asked, port, Optional.empty());
  }

  /// Starts serving a plan, with a place where drafts of further plans are reviewed.
  ///
  /// @param drafts the folder they are kept in; made when the first draft is
  public static YuhengServer start(
      Plan plan, OfficialFigures figures, Question asked, int port, Path drafts) {
    return start(plan, figures, asked, port, Optional.of(drafts));
  }

  private static YuhengServer start(
      Plan plan, OfficialFigures figures, Question asked, int port, Optional<Path> drafts) {
    var application = new SpringApplication(WebApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(settings(port));
    application.setLogStartupInfo(false);
    application.addInitializers(
        context -> {
          var parts = (GenericApplicationContext) context;
          var shown = new Shown(plan, figures, asked, drafts.isPresent());
          parts.registerBean(Shown.class, () -> shown);
          drafts.ifPresent(folder -> drafting(parts, new Drafts(folder, Known.of(List.of(plan)))));
        });
    return new YuhengServer(application.run());
  }

  private static void drafting(GenericApplicationContext parts, Drafts drafts) {
    parts.registerBean(Drafts.class, () -> drafts);
    parts.registerBean(Guard.class);
    parts.registerBean(DraftsPage.class);
    parts.registerBean(ReviewPage.class);
    parts.registerBean(DecisionPage.class);
    parts.registerBean(PackagePage.class);
  }

  private static Map<String, Object> settings(int port) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("server.port", port);
    settings.put("server.compression.enabled", true);
    settings.put("server.tomcat.max-swallow-size", "200MB"); // an answer, not a reset
    settings.put("spring.servlet.multipart.max-file-size", Drafts.LARGEST_UPLOAD);
    settings.put("spring.servlet.multipart.max-request-size", "2GB"); // the file's limit decides
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.threads.virtual.enabled", true);
    settings.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
    settings.put("spring.web.error.whitelabel.enabled", false);
    settings.put("logging.level.root", "warn");
    return settings;
  }

  /// The port it listens on.
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
