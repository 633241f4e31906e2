package fr.roubaix.cln.hub.security;

import java.net.URI;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Passkeys (W3C Web Authentication, level 3). A key must check its owner (finger, face or its own code): it is then two
 * proofs in one. It is tied to the address at which people reach the hub.
 */
@Configuration(proxyBeanMethods = false)
class ClesDAccesConfiguration {

    @Bean
    WebAuthnRelyingPartyOperations webAuthn(
            TitulairesDeCles titulaires, ClesDAcces cles, @Value("${cln.hub.adresse}") URI adresse) {
        var hub = PublicKeyCredentialRpEntity.builder()
                .name("CLN Roubaix")
                .id(adresse.getHost())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(titulaires, cles, hub, Set.of(adresse.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
