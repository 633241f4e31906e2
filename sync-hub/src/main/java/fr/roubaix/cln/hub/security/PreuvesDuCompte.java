package fr.roubaix.cln.hub.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;

/** What one proves oneself with, beside a password, as its owner changes it; and what changed, for them to notice. */
@Service
class PreuvesDuCompte {

    private static final int CHANGEMENTS = 8;
    private static final int DEBUT_DU_NOM = 12;

    /** Whatever lets somebody in, or keeps them out. */
    private static final Set<Acte> A_REMARQUER = EnumSet.of(
            Acte.PREMIER_COMPTE_CREE,
            Acte.COMPTE_CREE,
            Acte.COMPTE_CHANGE,
            Acte.COMPTE_DESACTIVE,
            Acte.COMPTE_REACTIVE,
            Acte.MOT_DE_PASSE_CHANGE,
            Acte.SECOND_FACTEUR_POSE,
            Acte.CODES_DE_SECOURS_RENOUVELES,
            Acte.CLE_D_ACCES_AJOUTEE,
            Acte.CLE_D_ACCES_RETIREE,
            Acte.SECOND_FACTEUR_REMIS_A_ZERO,
            Acte.CONNEXION_VERROUILLEE);

    private final WebAuthnRelyingPartyOperations webAuthn;
    private final ClesDAcces cles;
    private final SecondFacteur secondFacteur;
    private final AgentConnecte agent;
    private final Registre registre;

    PreuvesDuCompte(
            WebAuthnRelyingPartyOperations webAuthn,
            ClesDAcces cles,
            SecondFacteur secondFacteur,
            AgentConnecte agent,
            Registre registre) {
        this.webAuthn = webAuthn;
        this.cles = cles;
        this.secondFacteur = secondFacteur;
        this.agent = agent;
        this.registre = registre;
    }

    /** Adds a passkey that answered the challenge of these options. */
    @Transactional
    @PreAuthorize(Role.CHACUN)
    void ajouterCle(PublicKeyCredentialCreationOptions options, RelyingPartyPublicKey cle) {
        var ajoutee = webAuthn.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, cle));
        registre.inscrire(Acte.CLE_D_ACCES_AJOUTEE
                .sur(compte())
                .avec("cle", debut(ajoutee.getCredentialId().toBase64UrlString())));
    }

    /** Takes one of one's own passkeys away; false when it is not. */
    @Transactional
    @PreAuthorize(Role.CHACUN)
    boolean retirerCle(String id) {
        boolean retiree = cles.retirer(agent.identifiant(), id);
        if (retiree) {
            registre.inscrire(Acte.CLE_D_ACCES_RETIREE.sur(compte()).avec("cle", debut(id)));
        }
        return retiree;
    }

    /** Ten new codes on paper, which replace those there were; shown this once. */
    @Transactional
    @PreAuthorize(Role.CHACUN)
    List<CodeDeSecours> renouvelerCodes() {
        registre.inscrire(Acte.CODES_DE_SECOURS_RENOUVELES.sur(compte()));
        return secondFacteur.nouveauxCodes(agent.identifiant());
    }

    /** What changed on one's account, the latest first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(Role.CHACUN)
    List<Registre.Fait> changements() {
        return registre.derniers(compte(), A_REMARQUER, CHANGEMENTS);
    }

    private String compte() {
        return "compte " + agent.identifiant();
    }

    /** Enough to tell one passkey from another. */
    private static String debut(String id) {
        return id.substring(0, Math.min(id.length(), DEBUT_DU_NOM));
    }
}
