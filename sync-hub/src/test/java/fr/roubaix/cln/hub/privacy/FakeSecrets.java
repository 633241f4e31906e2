package fr.roubaix.cln.hub.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import fr.roubaix.cln.hub.security.SecretsARenouveler;

/** Secrets of accounts in memory, sealed like those of the database. */
final class FakeSecrets implements SecretsARenouveler {

    private final Map<String, byte[]> sealed = new HashMap<>();
    private CoffreDesMaitresses maitre;
    boolean failing;

    void under(CoffreDesMaitresses coffre) {
        maitre = coffre;
    }

    void put(String account, Coffre coffre) {
        sealed.put(account, coffre.sceller("secret".getBytes(StandardCharsets.UTF_8), account));
    }

    String open(String account, Coffre coffre) {
        return new String(coffre.ouvrir(sealed.get(account), account), StandardCharsets.UTF_8);
    }

    @Override
    public int renouveler() {
        if (failing) {
            throw new PowerFailed();
        }
        int renewed = 0;
        for (var account : sealed.entrySet()) {
            var anew = maitre.renouveler(account.getValue(), account.getKey());
            anew.ifPresent(account::setValue);
            renewed += anew.isPresent() ? 1 : 0;
        }
        return renewed;
    }
}
