package fr.roubaix.cln.hub.security;

import java.io.IOException;
import java.util.List;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** A directory of people that speaks OpenID Connect, on another host name than the hub. */
final class DirectoryProvider implements AutoCloseable {

    static final String PASSWORD = "annuaire";
    private static final String READY = "directory ready";

    private final Process process;
    private final String issuer;

    /** Starts it, in a process of its own: Spring Security keeps one holder of who acts for a whole process. */
    DirectoryProvider(int port, String hub) throws IOException {
        issuer = "http://127.0.0.1:" + port;
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DirectoryProvider.class.getName(),
                        Integer.toString(port),
                        hub)
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        var log = process.inputReader();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IllegalStateException("the directory did not start\n" + said);
    }

    /** Runs it until it is killed: port, address of the hub. */
    public static void main(String[] args) {
        String client = "spring.security.oauth2.authorizationserver.client.hub.";
        String registration = client + "registration.";
        new SpringApplicationBuilder(Provider.class)
                .properties(
                        "spring.config.location=optional:classpath:/aucun/",
                        "server.address=127.0.0.1",
                        "server.port=" + args[0],
                        "server.servlet.session.cookie.name=ANNUAIRE",
                        "spring.security.oauth2.authorizationserver.issuer=http://127.0.0.1:" + args[0],
                        registration + "client-id=hub",
                        registration + "client-secret={noop}secret-du-hub",
                        registration + "client-authentication-methods=client_secret_basic",
                        registration + "authorization-grant-types=authorization_code",
                        registration + "redirect-uris=" + args[1] + "/login/oauth2/code/annuaire",
                        registration + "scopes=openid,profile",
                        client + "require-proof-key=true")
                .run();
        System.out.println(READY);
    }

    String issuer() {
        return issuer;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Provider {

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(List.of("maud.v", "personne.ici").stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .authorities("agent")
                            .build())
                    .toList());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    token.getClaims()
                            .claim("preferred_username", token.getPrincipal().getName())
                            .claim("groups", List.of("informatique", "direction"));
                }
            };
        }
    }
}
