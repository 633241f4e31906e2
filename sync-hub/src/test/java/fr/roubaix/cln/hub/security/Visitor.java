package fr.roubaix.cln.hub.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody with a browser: keeps the session that the hub gives, as a cookie would. */
final class Visitor {

    private final MockMvc mvc;
    private MockHttpSession session = new MockHttpSession();

    Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    MockHttpServletResponse open(String url) throws Exception {
        return answer(get(url));
    }

    /** Sends a form of the hub. */
    MockHttpServletResponse send(String url, String... fields) throws Exception {
        return answer(form(url, fields).with(csrf()));
    }

    /** Sends what a script of the hub sends. */
    MockHttpServletResponse sendJson(String url, String body) throws Exception {
        return answer(
                post(url).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    /** Sends a form that another site made. */
    MockHttpServletResponse forge(String url, String... fields) throws Exception {
        return answer(form(url, fields));
    }

    private static MockHttpServletRequestBuilder form(String url, String... fields) {
        var request = post(url);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        request.header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var result = mvc.perform(request.session(session)).andReturn();
        var after = (MockHttpSession) result.getRequest().getSession(false);
        session = after == null || after.isInvalid() ? new MockHttpSession() : after;
        return result.getResponse();
    }

    String sessionName() {
        return session.getId();
    }

    /** Whether the staff screens let this visitor in. */
    boolean isIn() throws Exception {
        return open("/compte").getStatus() == 200;
    }
}
