package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.candidature.Retrait.Etat;
import fr.roubaix.cln.hub.candidature.Retrait.Raison;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Message.Preuve;

/**
 * Applies what people withdraw in the mairies. A withdrawal and its application may come in any order, through different
 * kiosks, at the same moment: each takes the number of a change first, so that the second always sees the first.
 */
@Service
@Interne("receives what kiosks sent, behind their signatures")
class ReceptionDesRetraits implements ReceptionDeRetrait {

    private final JdbcRetraits retraits;
    private final CandidaturesModifiables candidatures;
    private final LimitationDesDossiers limitations;
    private final Identites identites;
    private final LectureDesRetraits lecture;
    private final Registre registre;

    ReceptionDesRetraits(
            JdbcRetraits retraits,
            CandidaturesModifiables candidatures,
            LimitationDesDossiers limitations,
            Identites identites,
            LectureDesRetraits lecture,
            Registre registre) {
        this.retraits = retraits;
        this.candidatures = candidatures;
        this.limitations = limitations;
        this.identites = identites;
        this.lecture = lecture;
        this.registre = registre;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recevoir(Recu recu, Preuve preuve) {
        candidatures.numeroter();
        if (retraits.ajouter(recu, preuve instanceof Preuve.IdentiteVue)) {
            appliquer(retraits.retrait(recu.scelle().envelope()).orElseThrow(), Optional.of(preuve), recu.recuLe());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrivee(ReceiptCode code, Instant le) {
        retraits.enAttente(code)
                .forEach(retrait ->
                        appliquer(retrait, retraits.scelle(retrait.envelope()).flatMap(lecture::preuve), le));
    }

    private void appliquer(Retrait retrait, Optional<Preuve> preuve, Instant le) {
        var appel = candidatures.dossier(retrait.code()).map(Dossier::appel);
        if (appel.isEmpty()) {
            return;
        }
        // Held from here on: nobody decides or freezes meanwhile, and what is read now is what is decided on.
        boolean degelee = candidatures.noterSiDegelee(appel.get());
        var dossier = candidatures.dossier(retrait.code()).orElseThrow();
        var rien = sansEffet(dossier);
        if (rien.isPresent()) {
            retraits.finir(retrait.envelope(), Etat.SANS_EFFET, rien);
            return;
        }
        var obstacle = obstacle(dossier, degelee, preuve);
        if (obstacle.isPresent()) {
            retraits.laisserDecider(retrait.envelope(), obstacle.get());
            return;
        }
        var trace = new Trace(identifiant(retrait.agent()), le);
        if (!candidatures.decider(
                dossier.vu(), new Statut.Retiree(VoieDeRetrait.GUICHET, trace.le(), trace.par()), trace)) {
            throw new IllegalStateException("an application changed while its call was held: " + dossier.code());
        }
        retraits.finir(retrait.envelope(), Etat.APPLIQUE, Optional.empty());
        registre.inscrire(
                Auteur.systeme(),
                Acte.CANDIDATURE_RETIREE
                        .sur(dossier.code().affiche())
                        .avec("voie", VoieDeRetrait.GUICHET)
                        .avec("mairie", retrait.mairie().name())
                        .avec("borne", retrait.borne())
                        .avec("agent", retrait.agent())
                        .avec("preuve", retrait.parIdentite() ? "identité vue" : "reçu scanné"));
    }

    private static Optional<Raison> sansEffet(Dossier dossier) {
        if (dossier.effacee()) {
            return Optional.of(Raison.EFFACEE);
        }
        return dossier.statut() instanceof Statut.Retiree ? Optional.of(Raison.DEJA_RETIREE) : Optional.empty();
    }

    private Optional<Raison> obstacle(Dossier dossier, boolean degelee, Optional<Preuve> preuve) {
        var identite = identite(dossier, preuve);
        if (identite.isPresent()) {
            return identite;
        }
        if (!degelee) {
            return Optional.of(Raison.LISTE_ARRETEE);
        }
        if (limitations.limite(dossier.code())) {
            return Optional.of(Raison.LIMITEE);
        }
        return dossier.actes().contains(Dossier.Acte.RETIRER) ? Optional.empty() : Optional.of(Raison.NON_RECEVABLE);
    }

    /** A receipt handed over proves enough; a name is compared with the one on the form. */
    private Optional<Raison> identite(Dossier dossier, Optional<Preuve> preuve) {
        return switch (preuve.orElse(null)) {
            case null -> Optional.of(Raison.IDENTITE_ILLISIBLE);
            case Preuve.RecuScanne _ -> Optional.empty();
            case Preuve.IdentiteVue vue ->
                switch (identites.ouvrir(
                        dossier.code(), candidatures.identite(dossier.code()).orElseThrow())) {
                    case Identites.Lecture.Lue(var identite) ->
                        memePersonne(identite, vue) ? Optional.empty() : Optional.of(Raison.AUTRE_IDENTITE);
                    case Identites.Lecture.Effacee _, Identites.Lecture.Illisible _, Identites.Lecture.Limitee _ ->
                        Optional.of(Raison.IDENTITE_ILLISIBLE);
                };
        };
    }

    private static boolean memePersonne(Identites.Identite identite, Preuve.IdentiteVue vue) {
        String usage = identite.nomDUsage();
        return identite.naissance().equals(vue.naissance().jour())
                && (new Nom(identite.nomDeNaissance()).seLitComme(vue.nom())
                        || (usage != null && new Nom(usage).seLitComme(vue.nom())));
    }

    /** Agents of the mairies are named like the members of staff. */
    private static Identifiant identifiant(AgentId agent) {
        return new Identifiant(agent.valeur());
    }
}
