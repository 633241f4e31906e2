package fr.roubaix.cln.hub.privacy;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.security.ScelleurDeSecrets;

/** Lends the key of people's data to the secrets of accounts. */
@Component
class ScelleurDuCoffre implements ScelleurDeSecrets {

    private final CoffreDesMaitresses coffre;

    ScelleurDuCoffre(CoffreDesMaitresses coffre) {
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

    @Override
    public Optional<byte[]> renouveler(byte[] scelle, String contexte) {
        return coffre.renouveler(scelle, contexte);
    }
}
