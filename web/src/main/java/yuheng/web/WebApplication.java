package yuheng.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The parts of the web application.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  Html.class,
  SafeHeaders.class,
  DocumentPage.class,
  TargetPage.class,
  TargetsPage.class,
  PillarsPage.class,
  DistrictsPage.class,
  FigurePage.class,
  ErrorPages.class
})
class WebApplication {}
