package fr.roubaix.cln.hub.privacy;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.security.ScelleurDeSecrets;

/** Lends the key of people's data to the secrets of accounts. */
@Component
class ScelleurDuCoffre implements ScelleurDeSecrets {

    private final Coffre coffre;

    ScelleurDuCoffre(Coffre coffre) {
        this.coffre = coffre;
    }

    @Override
    public byte[] sceller(byte[] clair, String contexte) {
        return coffre.sceller(clair, contexte);
    }

    @Override
    public byte[] ouvrir(byte[] scelle, String contexte) {
        return coffre.ouvrir(scelle, contexte);
    }
}
