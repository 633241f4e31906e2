package fr.roubaix.cln.hub.avis;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.avis.AvisDeMairie.Affichage;
import fr.roubaix.cln.hub.ingest.FaitRecu;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.sync.AvisPose;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;

/** Notes what agents say at the kiosks of their mairies: a notice hangs there since a day. In the transaction of its envelope. */
@Component
@Interne("receives what kiosks sent, behind their signatures")
class AffichagesDesBornes {

    private static final Logger LOG = LoggerFactory.getLogger(AffichagesDesBornes.class);

    private final JdbcAvis avis;
    private final Kiosks bornes;
    private final Registre registre;

    AffichagesDesBornes(JdbcAvis avis, Kiosks bornes, Registre registre) {
        this.avis = avis;
        this.bornes = bornes;
        this.registre = registre;
    }

    @EventListener
    void noter(FaitRecu fait) {
        if (fait.premiereFois()
                && fait.message() instanceof EvenementSurvenu(var nature, var details)
                && nature == Nature.AVIS_AFFICHE) {
            AvisPose.lire(details)
                    .ifPresentOrElse(pose -> noter(fait, pose), () -> LOG.warn("A notice of nothing: {}", details));
        }
    }

    private void noter(FaitRecu fait, AvisPose pose) {
        var mairie = bornes.byId(fait.borne()).orElseThrow().mairie();
        var lieu = LieuDAffichage.de(mairie);
        var affichage = new Affichage(
                pose.jour(), pose.agent().valeur(), Optional.of(fait.borne().numero()), fait.recuLe());
        if (!avis.noter(pose.avis(), lieu, affichage)) {
            LOG.warn("Kiosk {} tells of notice {}, which this hub does not have", fait.borne(), pose.avis());
            return;
        }
        registre.inscrire(
                Auteur.systeme(),
                Acte.AVIS_AFFICHE
                        .sur(GestionDesAvis.objet(pose.avis()))
                        .avec("lieu", lieu.name())
                        .avec("jour", pose.jour())
                        .avec("borne", fait.borne())
                        .avec("agent", pose.agent()));
    }
}
