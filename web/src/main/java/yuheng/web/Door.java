package yuheng.web;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import yuheng.facts.Accounts;

/// What every request passes: who is it, may it, and does its form come from us.
@Configuration(proxyBeanMethods = false)
class Door {
  /// The header in which scripts send the token.
  static final String TOKEN_HEADER = "X-XSRF-TOKEN";

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, Gate gate, Who who, Refusal refusal, ObjectProvider<Accounts> accounts) {
    var tokens = new HttpSessionCsrfTokenRepository();
    tokens.setHeaderName(TOKEN_HEADER);
    http.csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .headers(AbstractHttpConfigurer::disable) // SafeHeaders sets them
        .requestCache(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new Greeting(who, accounts), CsrfFilter.class)
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
    return http.build();
  }
}
