package yuheng.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The parts of the web application.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
  Html.class,
  SafeHeaders.class,
  Door.class,
  Who.class,
  Gate.class,
  Refusal.class,
  RouteRules.class,
  PasswordCheck.class,
  SignInPage.class,
  AccountPage.class,
  AccountsPage.class,
  ActivatePage.class,
  ActivationsPage.class,
  LogPage.class,
  DocumentPage.class,
  TargetPage.class,
  TargetsPage.class,
  PillarsPage.class,
  DistrictsPage.class,
  ComingDown.class,
  BreakdownsPage.class,
  BreakdownPage.class,
  StandingPage.class,
  FigurePage.class,
  Bulletins.class,
  BulletinsPage.class,
  BulletinSteps.class,
  DutiesPage.class,
  DutySteps.class,
  DraftsPage.class,
  ReviewPage.class,
  DecisionPage.class,
  PackagePage.class,
  FiguresPage.class,
  Desk.class,
  EnterPage.class,
  BringPage.class,
  TextPage.class,
  Reporting.class,
  InboxPage.class,
  FormPage.class,
  QueuePage.class,
  MissingPage.class,
  RegistersPage.class,
  UnitPage.class,
  ReportPage.class,
  ReportApi.class,
  OpenApi.class,
  HealthPage.class,
  ErrorPages.class
})
class WebApplication {}
