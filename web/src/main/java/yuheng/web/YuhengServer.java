package yuheng.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;

/// Serves a plan's pages over HTTP until it is closed.
public final class YuhengServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private YuhengServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts serving.
  ///
  /// @param asked what a page answers whose address does not say otherwise
  /// @param port 0 takes a free one
  public static YuhengServer start(Plan plan, OfficialFigures figures, Question asked, int port) {
    var application = new SpringApplication(WebApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(settings(port));
    application.setLogStartupInfo(false);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(Shown.class, () -> new Shown(plan, figures, asked)));
    return new YuhengServer(application.run());
  }

  private static Map<String, Object> settings(int port) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("server.port", port);
    settings.put("server.compression.enabled", true);
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
