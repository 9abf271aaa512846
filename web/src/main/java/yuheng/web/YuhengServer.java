package yuheng.web;

import java.nio.file.Path;
import java.time.Clock;
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
import yuheng.facts.Accounts;
import yuheng.facts.Activation;
import yuheng.facts.Addressees;
import yuheng.facts.ApiTokens;
import yuheng.facts.Journal;
import yuheng.facts.Letters;
import yuheng.facts.OfficialFigures;
import yuheng.facts.Synthetic;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.reports.ReportBook;

/// Serves a plan's pages over HTTP until it is closed.
public final class YuhengServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private YuhengServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// What a server keeps of what people do, beside the plan that it serves.
  ///
  /// @param journal keeps what people say; without one nobody can sign in, and nothing be said. Who
  ///   opened it closes it
  /// @param drafts the folder where drafts of further plans are reviewed, by people who signed in;
  ///   made with the first draft
  /// @param post how units are written to; without it no letter is sent from the pages
  /// @param reports what units report; without it the pages show nothing of forms. Who opened it
  ///   closes it
  public record Stores(
      Optional<Journal> journal,
      Optional<Path> drafts,
      Optional<Post> post,
      Optional<ReportBook> reports) {
    public Stores {
      if (reports.isPresent() && journal.isEmpty()) {
        throw new IllegalArgumentException("Reports without a journal: nobody could hand one in.");
      }
      if (post.isPresent() && journal.isEmpty()) {
        throw new IllegalArgumentException(
            "Letters without a journal: no code would open anything.");
      }
      if (drafts.isPresent() && journal.isEmpty()) {
        throw new IllegalArgumentException("Drafts without a journal: nobody could review them.");
      }
    }

    /// Stores of a server that sends no letters and takes no reports.
    public Stores(Optional<Journal> journal, Optional<Path> drafts) {
      this(journal, drafts, Optional.empty(), Optional.empty());
    }

    /// Nothing is kept: the plan is there to be read.
    public static Stores none() {
      return new Stores(Optional.empty(), Optional.empty());
    }
  }

  /// How the codes for accounts of units reach them.
  ///
  /// @param units whom letters can go to, and where, as their register says
  /// @param letters takes the letters
  public record Post(Addressees units, Letters letters) {}

  /// Starts serving.
  ///
  /// @param asked what a page answers whose address does not say otherwise
  /// @param port 0 takes a free one
  public static YuhengServer start(
      Plan plan, OfficialFigures figures, Question asked, int port, Stores stores) {
    return start(plan, figures, asked, port, stores, Clock.systemUTC());
  }

  /// Starts serving a demonstration.
  ///
  /// @param demonstration what the sign-in page tells whoever comes
  /// @throws IllegalArgumentException if the journal does not say of itself that what it holds is
  ///   synthetic
  public static YuhengServer demonstrate(
      Plan plan,
      OfficialFigures figures,
      Question asked,
      int port,
      Stores stores,
      Demonstration demonstration) {
    if (stores.journal().flatMap(Synthetic::of).isEmpty()) {
      throw new IllegalArgumentException("A demonstration on a journal that is not synthetic.");
    }
    return start(plan, figures, asked, port, stores, Clock.systemUTC(), Optional.of(demonstration));
  }

  /// The same by a clock of one's own.
  static YuhengServer start(
      Plan plan, OfficialFigures figures, Question asked, int port, Stores stores, Clock clock) {
    return start(plan, figures, asked, port, stores, clock, Optional.empty());
  }

  private static YuhengServer start(
      Plan plan,
      OfficialFigures figures,
      Question asked,
      int port,
      Stores stores,
      Clock clock,
      Optional<Demonstration> demonstration) {
    var application = new SpringApplication(WebApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(settings(port, plan.id()));
    application.setLogStartupInfo(false);
    application.addInitializers(
        started -> {
          var context = (GenericApplicationContext) started;
          context.registerBean(
              Shown.class, () -> new Shown(plan, figures, asked, stores.journal()));
          context.registerBean(Clock.class, () -> clock);
          demonstration.ifPresent(
              offered -> context.registerBean(Demonstration.class, () -> offered));
          stores
              .drafts()
              .map(folder -> new Drafts(folder, Known.of(List.of(plan))))
              .ifPresent(drafts -> context.registerBean(Drafts.class, () -> drafts));
          stores
              .reports()
              .ifPresent(
                  book ->
                      context.registerBean(
                          ReportBook.class, () -> book, bean -> bean.setDestroyMethodName("")));
          stores
              .journal()
              .ifPresent(
                  kept -> {
                    context.registerBean(
                        Journal.class, () -> kept, bean -> bean.setDestroyMethodName(""));
                    context.registerBean(Accounts.class, () -> new Accounts(kept));
                    context.registerBean(ApiTokens.class, () -> new ApiTokens(kept, clock));
                    context.registerBean(
                        Activation.class, () -> activation(kept, stores.post(), clock));
                    stores
                        .post()
                        .ifPresent(
                            post -> context.registerBean(Addressees.class, () -> post.units()));
                  });
        });
    return new YuhengServer(application.run());
  }

  /// Without post, codes that came by other ways are good here too, and none is sent.
  private static Activation activation(Journal journal, Optional<Post> post, Clock clock) {
    return post.map(to -> new Activation(journal, to.units(), to.letters(), clock))
        .orElseGet(() -> new Activation(journal, _ -> Optional.empty(), _ -> {}, clock));
  }

  private static Map<String, Object> settings(int port, String plan) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("server.port", port);
    settings.put("server.compression.enabled", true);
    settings.put("server.tomcat.max-swallow-size", "200MB"); // an answer, not a reset
    settings.put("spring.servlet.multipart.max-file-size", Drafts.LARGEST_UPLOAD);
    settings.put("spring.servlet.multipart.max-request-size", Drafts.LARGEST_REQUEST);
    // A breakdown to five thousand parks is one form.
    settings.put("server.tomcat.max-parameter-count", 20_000);
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.threads.virtual.enabled", true);
    settings.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
    settings.put("spring.web.error.whitelabel.enabled", false);
    settings.put("server.servlet.session.timeout", "8h");
    settings.put("server.servlet.session.tracking-modes", "cookie");
    settings.put("server.servlet.session.cookie.name", "yuheng-" + plan);
    settings.put("server.servlet.session.cookie.http-only", true);
    settings.put("server.servlet.session.cookie.same-site", "lax");
    settings.put("server.tomcat.max-http-form-post-size", "25MB");
    settings.put("logging.level.root", "warn");
    return settings;
  }

  /// The port it listens on.
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /// A part of the running application.
  <T> T part(Class<T> kind) {
    return context.getBean(kind);
  }

  @Override
  public void close() {
    context.close();
  }
}
