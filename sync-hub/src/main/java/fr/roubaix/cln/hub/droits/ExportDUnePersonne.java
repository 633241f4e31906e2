package fr.roubaix.cln.hub.droits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.hub.acces.Acces;
import fr.roubaix.cln.hub.acces.ConsultationDesAcces;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.LectureDUnDossier;
import fr.roubaix.cln.hub.candidature.LimitationDesDossiers;
import fr.roubaix.cln.hub.conservation.FinDesAppels;
import fr.roubaix.cln.hub.ingest.TracesDUneEnveloppe;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.LignesSurUnObjet;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.tirage.Tirages;
import fr.roubaix.cln.web.FrenchDates;

/**
 * Everything that the hub holds about one person, to be handed to them (GDPR, art. 15 and 20): a page to read, and the same
 * for a machine. Agents appear by their sign-in name, as they acted.
 */
@Service
class ExportDUnePersonne {

    private static final String DPO = "hasRole('DPO')";

    /** The number of a receipt, as the register writes it. */
    private static final Pattern NUMERO = Pattern.compile("\\b[0-9A-Z]{5}-[0-9A-Z]{5}\\b");

    private final Demandes demandes;
    private final LectureDUnDossier lecture;
    private final LimitationDesDossiers limitations;
    private final TracesDUneEnveloppe enveloppes;
    private final ConsultationDesAcces acces;
    private final LignesSurUnObjet lignes;
    private final Appels appels;
    private final Tirages tirages;
    private final FinDesAppels fins;
    private final Registre registre;
    private final ITemplateEngine modeles;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    ExportDUnePersonne(
            Demandes demandes,
            LectureDUnDossier lecture,
            LimitationDesDossiers limitations,
            TracesDUneEnveloppe enveloppes,
            ConsultationDesAcces acces,
            LignesSurUnObjet lignes,
            Appels appels,
            Tirages tirages,
            FinDesAppels fins,
            Registre registre,
            ITemplateEngine modeles,
            Clock clock) {
        this.demandes = demandes;
        this.lecture = lecture;
        this.limitations = limitations;
        this.enveloppes = enveloppes;
        this.acces = acces;
        this.lignes = lignes;
        this.appels = appels;
        this.tirages = tirages;
        this.fins = fins;
        this.registre = registre;
        this.modeles = modeles;
        this.clock = clock;
    }

    /** In which form. */
    enum Forme {
        HTML("html", "text/html;charset=utf-8"),
        JSON("json", "application/json");

        private final String suffixe;
        private final String type;

        Forme(String suffixe, String type) {
            this.suffixe = suffixe;
            this.type = type;
        }

        String suffixe() {
            return suffixe;
        }

        String type() {
            return type;
        }
    }

    /**
     * Makes the file of one person, and notes both the access and the export. Empty when no application bears this code.
     *
     * @param moyen how the identity of whoever asks was verified
     */
    @Transactional
    @PreAuthorize(DPO)
    Optional<byte[]> exporter(ReceiptCode code, Forme forme, Verification moyen) {
        var complet = lecture.lire(code);
        if (complet.isEmpty()) {
            return Optional.empty();
        }
        registre.inscrire(Acte.PERSONNE_EXPORTEE
                .sur("candidature " + code.affiche())
                .avec("forme", forme.name())
                .avec("identite-verifiee", moyen.name()));
        var tout = rubriques(code, complet.get());
        return Optional.of(
                switch (forme) {
                    case HTML -> html(code, tout);
                    case JSON -> json.writeValueAsBytes(arbre(code, tout));
                });
    }

    private List<Rubrique> rubriques(ReceiptCode code, LectureDUnDossier.Complet complet) {
        var dossier = complet.dossier();
        var rubriques = new ArrayList<Rubrique>();
        rubriques.add(new Rubrique(
                "identite",
                "Ce que vous avez écrit",
                complet.identite().isEmpty() ? List.of() : List.of(complet.identite())));
        rubriques.add(new Rubrique("candidature", "Votre candidature", List.of(candidature(dossier))));
        rubriques.add(
                new Rubrique("decisions", "Les décisions prises", HistoireEnClair.decisions(complet.decisions())));
        rubriques.add(new Rubrique(
                "complements", "Ce qui vous a été demandé", HistoireEnClair.complements(complet.decisions())));
        rubriques.add(new Rubrique(
                "ressemblances",
                "Les ressemblances avec d’autres candidatures",
                HistoireEnClair.ressemblances(complet.ressemblances())));
        rubriques.add(new Rubrique(
                "rectifications",
                "Les rectifications",
                lignes.de(Acte.DOSSIER_RECTIFIE, "candidature " + code.affiche())));
        rubriques.add(new Rubrique("transmission", "Comment elle est arrivée", enveloppes.de(complet.envelope())));
        rubriques.add(new Rubrique("tirage", "Le tirage au sort", List.of(tirage(dossier))));
        rubriques.add(new Rubrique("conservation", "Jusqu’à quand c’est gardé", List.of(conservation(dossier))));
        rubriques.add(new Rubrique(
                "demandes",
                "Vos demandes",
                demandes.toutes().stream()
                        .filter(demande ->
                                demande.candidature().filter(code::equals).isPresent())
                        .map(ExportDUnePersonne::demande)
                        .toList()));
        rubriques.add(new Rubrique(
                "acces",
                "Qui a ouvert votre dossier",
                acces.au(code).stream().map(ExportDUnePersonne::acces).toList()));
        rubriques.add(new Rubrique(
                "registre",
                "Ce que dit le registre",
                lignes.contenant(code.affiche()).stream()
                        .map(ligne -> sansLesAutres(ligne, code))
                        .toList()));
        return rubriques;
    }

    private Map<String, String> candidature(Dossier dossier) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("Numéro du reçu", dossier.code().affiche());
        champs.put(
                "Appel",
                appels.trouver(dossier.appel())
                        .map(AppelSuivi::titre)
                        .orElse(dossier.appel().valeur()));
        champs.put("Secteur", dossier.secteur().nom());
        champs.put("Parité", dossier.parite().name());
        champs.put("Classe d’âge", dossier.classe().map(ClasseAge::code).orElse("moins de 16 ans"));
        champs.put("Mairie", dossier.mairie().nom());
        champs.put("Déposée le", FrenchDates.fullInstant(dossier.deposeeLe()));
        champs.put("Reçue au hub le", FrenchDates.fullInstant(dossier.recueLe()));
        champs.put("Hors délai", dossier.horsDelai() ? "oui" : "non");
        champs.put("Origine", dossier.circonstances().origine().name());
        dossier.circonstances().original().ifPresent(numero -> champs.put("Original papier", numero.valeur()));
        dossier.circonstances().saisiePar().ifPresent(agent -> champs.put("Saisie par", agent));
        champs.put("Où elle en est", HistoireEnClair.mot(dossier.statut()));
        dossier.effaceeLe().ifPresent(le -> champs.put("Identité effacée le", FrenchDates.fullInstant(le)));
        Optional.ofNullable(limitations.toutes().get(dossier.code()))
                .ifPresent(le -> champs.put("Traitement limité depuis", FrenchDates.fullInstant(le)));
        return champs;
    }

    private Map<String, String> tirage(Dossier dossier) {
        var champs = new LinkedHashMap<String, String>();
        var tirage = tirages.tirage(dossier.appel());
        if (tirage.isEmpty()) {
            champs.put("Liste", "pas encore arrêtée");
            return champs;
        }
        var id = IdDeListe.de(dossier.code());
        boolean inscrite =
                tirage.get().arret().liste().lignes().stream().map(Ligne::id).anyMatch(id::equals);
        champs.put(
                "Liste",
                "arrêtée le "
                        + FrenchDates.fullInstant(tirage.get().arret().acte().le()));
        champs.put("Inscrite sur la liste", inscrite ? "oui" : "non");
        fin(dossier).ifPresent(fin -> champs.put("Désignée par le tirage", fin.designe(dossier) ? "oui" : "non"));
        return champs;
    }

    private Map<String, String> conservation(Dossier dossier) {
        var champs = new LinkedHashMap<String, String>();
        var fin = fin(dossier);
        champs.put(
                "Identité",
                fin.map(f -> f.designe(dossier)
                                ? "gardée pendant le mandat, puis 3 mois"
                                : "gardée jusqu’au " + FrenchDates.day(f.echeance()) + " inclus, puis détruite")
                        .orElse("gardée jusqu’à 3 mois après le procès-verbal du tirage, sauf si vous êtes désigné"));
        champs.put("Numéro, secteur, femme ou homme, classe d’âge", "archivés sans identité");
        return champs;
    }

    private Optional<FinDesAppels.Fin> fin(Dossier dossier) {
        return appels.trouver(dossier.appel()).flatMap(fins::de);
    }

    /** A row about two applications names both: the other one is somebody else's. */
    private static Map<String, String> sansLesAutres(Map<String, String> ligne, ReceiptCode code) {
        var sans = new LinkedHashMap<String, String>();
        ligne.forEach((libelle, texte) -> sans.put(
                libelle,
                NUMERO.matcher(texte)
                        .replaceAll(
                                trouve -> trouve.group().equals(code.affiche()) ? code.affiche() : "(autre dossier)")));
        return sans;
    }

    private static Map<String, String> demande(Demande demande) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("Demande n°", Long.toString(demande.numero()));
        champs.put("Droit", demande.droit().titre());
        champs.put("Reçue le", FrenchDates.day(demande.recueLe()));
        champs.put("Réponse due le", FrenchDates.day(demande.echeance()));
        demande.prolongation().ifPresent(prolongation -> champs.put("Délai prolongé", prolongation.titre()));
        demande.suite().ifPresent(suite -> champs.put("Réponse", suite.reponse().titre()));
        return champs;
    }

    private static Map<String, String> acces(Acces acces) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("Le", FrenchDates.fullInstant(acces.le()));
        champs.put("Par", acces.par());
        champs.put("En tant que", roles(acces.roles()));
        champs.put("Écran", acces.ecran());
        return champs;
    }

    /** A role that a later version of the program does not know is written as it stands. */
    private static String roles(String roles) {
        return Stream.of(roles.split(",", -1))
                .map(nom -> Stream.of(Role.values())
                        .filter(role -> role.name().equals(nom))
                        .map(Role::titre)
                        .findFirst()
                        .orElse(nom))
                .collect(Collectors.joining(", "));
    }

    private byte[] html(ReceiptCode code, List<Rubrique> rubriques) {
        var contexte = new Context(Locale.FRENCH);
        contexte.setVariable("code", code.affiche());
        contexte.setVariable("le", FrenchDates.fullInstant(maintenant()));
        contexte.setVariable("rubriques", rubriques);
        return modeles.process("droits/export", contexte).getBytes(UTF_8);
    }

    private Map<String, Object> arbre(ReceiptCode code, List<Rubrique> rubriques) {
        var arbre = new LinkedHashMap<String, Object>();
        arbre.put("format", "cln-export/1");
        arbre.put("fait_le", maintenant().toString());
        arbre.put("candidature", code.affiche());
        rubriques.forEach(rubrique -> arbre.put("rubrique_" + rubrique.cle(), rubrique.lignes()));
        return arbre;
    }

    private Instant maintenant() {
        return clock.instant();
    }

    /** One chapter: a key for machines, a title for people, and what it holds, by French label. */
    record Rubrique(String cle, String titre, List<Map<String, String>> lignes) {
        Rubrique {
            lignes = List.copyOf(lignes);
        }
    }
}
