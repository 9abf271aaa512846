package yuheng.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import yuheng.facts.Accounts;
import yuheng.facts.Accounts.SignIn;
import yuheng.facts.ApiTokens;
import yuheng.facts.Journal;
import yuheng.reports.ReportBook;

/// What every request passes: who is it, may it, and does its form come from us.
@Configuration(proxyBeanMethods = false)
class Door {
  /// The header in which scripts send the token.
  static final String TOKEN_HEADER = "X-XSRF-TOKEN";

  private final Who who;
  private final Gate gate;
  private final ObjectProvider<Accounts> accounts;

  Door(Who who, Gate gate, ObjectProvider<Accounts> accounts) {
    this.who = who;
    this.gate = gate;
    this.accounts = accounts;
  }

  @Bean
  Lockout lockout(Clock clock, ObjectProvider<Journal> journal) {
    var lockout = new Lockout(clock);
    journal.ifAvailable(kept -> SignInsOfLate.tell(kept, clock, lockout));
    return lockout;
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      Refusal refusal,
      ObjectProvider<PasswordCheck> check,
      ObjectProvider<Drafts> drafts,
      ObjectProvider<ReportBook> reports,
      ObjectProvider<ApiTokens> programs,
      Lockout lockout,
      Shown shown,
      Clock clock) {
    var pace = new Pace(clock, Bearer.AT_ONCE, Bearer.PER_SECOND);
    var tokens = new HttpSessionCsrfTokenRepository();
    tokens.setHeaderName(TOKEN_HEADER);
    http.csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens)
                    .ignoringRequestMatchers(request -> Bearer.of(request).isPresent()))
        .headers(AbstractHttpConfigurer::disable) // SafeHeaders sets them
        .requestCache(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .addFilterBefore(new Bearer(programs, lockout, pace), CsrfFilter.class)
        .addFilterBefore(
            new Greeting(who, drafts.getIfAvailable() != null, reports.getIfAvailable() != null),
            CsrfFilter.class)
        .addFilterBefore(new Uploads(), CsrfFilter.class)
        .addFilterAfter(new ReadyPages(who, shown, clock), AuthorizationFilter.class)
        .authorizeHttpRequests(
            asked ->
                asked
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(
                        (_, context) -> new AuthorizationDecision(gate.lets(context.getRequest()))))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal));
    if (check.getIfAvailable() == null) {
      http.formLogin(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable);
    } else {
      // A manager of its own, without a parent: each try is judged, and counted, once.
      http.authenticationManager(new ProviderManager(check.getObject()))
          .formLogin(this::signIn)
          .logout(this::signOut);
    }
    return http.build();
  }

  private void signIn(FormLoginConfigurer<HttpSecurity> form) {
    form.loginPage("/sign-in")
        .usernameParameter("name")
        .passwordParameter("password")
        .successHandler(
            (request, response, signedIn) ->
                SignInPage.goOn(
                    request, response, accounts.getObject().find(signedIn.getName()).orElseThrow()))
        .failureHandler(SignInPage::again);
  }

  private void signOut(LogoutConfigurer<HttpSecurity> out) {
    out.logoutUrl("/sign-out")
        .addLogoutHandler(
            (request, _, _) ->
                who.account()
                    .ifPresent(
                        account ->
                            accounts
                                .getObject()
                                .keep(SignIn.OUT, account.name(), request.getRemoteAddr())))
        .logoutSuccessHandler((request, response, _) -> SignInPage.leave(request, response));
  }
}
