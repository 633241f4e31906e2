package fr.roubaix.cln.kiosk.session;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * The web server keeps no buffer from one request to the next. Left to itself it keeps them, with the last answer in them
 * — what a person typed — until another answer happens to be as long: a heap dump of a terminal taken after they left
 * showed their name. New buffers for each request cost nothing that one terminal could notice.
 */
@Component
public class ForgetfulServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(ForgetfulServer::keepNothing);
    }

    /** After Spring Boot's own settings, whose defaults would bring the caches back. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /** Makes one way in forget, whoever opens it. */
    public static void keepNothing(Connector connector) {
        // The pool of socket buffers, https://tomcat.apache.org/tomcat-11.0-doc/config/http.html
        connector.setProperty("socket.bufferPool", "0");
        connector.setProperty("socket.processorCache", "0");
        connector.setProperty("maxKeepAliveRequests", "1");
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setProcessorCache(0);
        }
    }
}
