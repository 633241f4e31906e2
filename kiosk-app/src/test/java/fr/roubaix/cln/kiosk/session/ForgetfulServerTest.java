package fr.roubaix.cln.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import com.vaadin.flow.internal.JacksonUtils;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What the web server and the JSON library would keep of a request when it is over. */
class ForgetfulServerTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    @Import({ForgetfulServer.class, ForgetfulJson.class})
    static class Server {

        /** Reads and writes JSON as a request of Vaadin does. */
        @Bean
        ServletRegistrationBean<HttpServlet> echo() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            var read = JacksonUtils.readTree(
                                    new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                            response.getWriter().write(read.toString());
                        }
                    },
                    "/*");
        }
    }

    @Test
    void keeps_neither_connections_nor_processors_nor_text_once_a_request_is_over() throws Exception {
        try (var context = new SpringApplicationBuilder(Server.class).run("--server.port=0");
                var client = HttpClient.newHttpClient()) {
            var server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
            var protocol = (AbstractHttp11Protocol<?>)
                    server.getTomcat().getConnector().getProtocolHandler();
            String text = "{\"nom\":\"" + "Zqk".repeat(100) + "\"}";

            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/"))
                            .POST(HttpRequest.BodyPublishers.ofString(text))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo(text);
            assertThat(answer.headers().firstValue("Connection")).contains("close");
            assertThat(protocol)
                    .returns(0, AbstractProtocol::getProcessorCache)
                    .returns(1, AbstractHttp11Protocol::getMaxKeepAliveRequests);
            assertThat(pooled(JacksonUtils.getMapper())).isZero();
            assertThat(pooled(JsonMapper.shared())).isZero();
        }
    }

    private static int pooled(ObjectMapper mapper) {
        return mapper.tokenStreamFactory()._getRecyclerPool().pooledCount();
    }
}
