package fr.roubaix.cln.kiosk.session;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The web server keeps no buffer from one request to the next. Left to itself it keeps them, with the last answer in them
 * — what a person typed — until another answer happens to be as long: a heap dump of a terminal taken after they left
 * showed their name. New buffers for each request cost nothing that one terminal could notice.
 */
@Configuration(proxyBeanMethods = false)
class ForgetfulServer {

    @Bean
    TomcatConnectorCustomizer noBufferOutlivesItsRequest() {
        return connector -> {
            // The pool of socket buffers, https://tomcat.apache.org/tomcat-11.0-doc/config/http.html
            connector.setProperty("socket.bufferPool", "0");
            connector.setProperty("socket.processorCache", "0");
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setProcessorCache(0);
            }
            connector.setProperty("maxKeepAliveRequests", "1");
        };
    }
}
