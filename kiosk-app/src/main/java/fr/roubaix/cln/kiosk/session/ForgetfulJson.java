package fr.roubaix.cln.kiosk.session;

import java.io.IOException;

import com.vaadin.flow.internal.JacksonUtils;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * After each request, the text buffers of the JSON library are let go. It keeps them for its next text, which may be
 * shorter: what a person typed and what was answered would stay readable in the rest. The two mappers are the one that
 * Vaadin reads and writes with, and the one behind {@code JsonNode.toString()}; a buffer in use by another request comes
 * back to the pool at the latest when that one ends, and goes then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForgetfulJson extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            forget(JacksonUtils.getMapper());
            forget(JsonMapper.shared());
        }
    }

    private static void forget(ObjectMapper mapper) {
        mapper.tokenStreamFactory()._getRecyclerPool().clear();
    }
}
