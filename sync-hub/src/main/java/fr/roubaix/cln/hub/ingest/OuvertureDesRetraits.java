package fr.roubaix.cln.hub.ingest;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.candidature.LectureDesRetraits;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Scelle;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.sync.Message.RetraitDemande;
import fr.roubaix.cln.sync.SealContext;

/** Opens withdrawals again with the keys of the hub: what they say of a person is stored nowhere else. */
@Component
class OuvertureDesRetraits implements LectureDesRetraits {

    private final Trousseau keys;

    OuvertureDesRetraits(Trousseau keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Preuve> preuve(Scelle scelle) {
        var contexte = new SealContext(scelle.borne(), scelle.envelope(), Kind.RETRAIT);
        if (!keys.opens(scelle.cle())) {
            return Optional.empty();
        }
        return keys.open(contexte, scelle.cle(), scelle.contenu())
                .flatMap(ouvert -> Message.decode(Kind.RETRAIT, ouvert))
                .filter(RetraitDemande.class::isInstance)
                .map(message -> ((RetraitDemande) message).preuve());
    }
}
