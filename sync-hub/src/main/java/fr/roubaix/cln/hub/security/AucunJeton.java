package fr.roubaix.cln.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Keeps no token of the directory: the hub asks it who somebody is, once, and nothing else. */
final class AucunJeton implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String annuaire, @Nullable Authentication qui, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient jeton,
            @Nullable Authentication qui,
            HttpServletRequest request,
            HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
            String annuaire, @Nullable Authentication qui, HttpServletRequest request, HttpServletResponse response) {}
}
