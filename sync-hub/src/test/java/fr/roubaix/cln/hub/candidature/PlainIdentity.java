package fr.roubaix.cln.hub.candidature;

import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;

/** The bytes of an identity before they are sealed. */
public final class PlainIdentity {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlainIdentity() {}

    public static byte[] of(FicheDeCandidature fiche) {
        return JSON.writeValueAsBytes(Identites.Identite.de(fiche));
    }
}
