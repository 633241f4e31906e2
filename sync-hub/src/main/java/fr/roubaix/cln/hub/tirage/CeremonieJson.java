package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ActesConfirmes;
import fr.roubaix.cln.verifier.JsonWriter;

/**
 * The file {@code ceremonie.json}, format {@value #FORMAT}: what nobody can recompute of a draw (art. 7 §2), written as
 * {@code pv.json} is. It is published, so it names those who act in a public
 * function and nobody else: whoever was there has a number and a quality.
 */
final class CeremonieJson {

    static final String FORMAT = "cln-ceremonie/2";

    private static final int EXPECTED = 32 << 10;

    private final JsonWriter json = new JsonWriter(EXPECTED);
    private final PiecesDeLaCeremonie.Pieces pieces;
    private final Tirage.Clos clos;

    private CeremonieJson(PiecesDeLaCeremonie.Pieces pieces, Tirage.Clos clos) {
        this.pieces = pieces;
        this.clos = clos;
    }

    /**
     * The bytes of the file.
     *
     * @param registre the row of the register that tells the closing
     */
    static byte[] write(
            PiecesDeLaCeremonie.Pieces pieces, Tirage.Clos clos, Registre.Tete registre, Programmes programmes) {
        var file = new CeremonieJson(pieces, clos);
        file.json.object(() -> {
            file.seance();
            file.candidatures();
            file.preuve();
            file.des();
            file.cahier();
            file.empreintes(registre, programmes);
        });
        return file.json.toBytes();
    }

    /**
     * Fingerprints of what citizens download to verify.
     *
     * @param java empty in a hub run from classes that were never packaged
     */
    record Programmes(Optional<Empreinte> java, Empreinte page) {}

    private void seance() {
        var appel = pieces.appel();
        json.name("format").string(FORMAT);
        json.name("repetition").bool(clos.id().repetition());
        json.name("appel").object(() -> {
            json.name("id").string(appel.id().valeur());
            json.name("titre").string(appel.titre());
            json.name("fin");
            le(appel.appel().fin());
        });
        json.name("reglement").string(VersionDuReglement.DE_2025.id());
        json.name("articles").array(RedactionDuProcesVerbal.ARTICLES, JsonWriter::string);
        json.name("jour").string(clos.seance().jour().toString());
        json.name("lieu").string(appel.appel().lieuDuTirage());
        json.name("lecture").string(clos.lecture().name());
        json.name("heures")
                .array(
                        pieces.chronologie(),
                        (_, each) -> json.object(() -> {
                            json.name("numero").number(each.numero());
                            json.name("acte").string(each.genre());
                            json.name("le");
                            le(each.acte().le());
                            json.name("deuxVoix").bool(each.acte().confirmePar().isPresent());
                        }));
        json.name("presences")
                .array(
                        pieces.etat().cahier().presences(),
                        (_, each) -> json.object(() -> {
                            json.name("numero").number(each.numero());
                            json.name("qualite").string(each.qualite().name());
                            json.name("nom");
                            if (each.qualite().nommee()) {
                                json.string(each.nom());
                            } else {
                                json.nothing();
                            }
                            json.name("presente").bool(each.presente());
                            json.name("inscriteLe");
                            le(each.acte().le());
                            json.name("passages").array(each.passages(), (_, passage) -> passage(passage));
                        }));
    }

    private void candidatures() {
        Comptes comptes = clos.arret().comptes();
        json.name("candidatures").object(() -> {
            json.name("recues").number(comptes.recues());
            json.name("recevables").number(comptes.recevables());
            json.name("irrecevables").object(() -> {
                for (MotifDIrrecevabilite motif : MotifDIrrecevabilite.values()) {
                    json.name(motif.name()).number(comptes.irrecevables().getOrDefault(motif, 0));
                }
            });
            json.name("retirees").number(comptes.retirees());
        });
        Map<Secteur, Integer> sansPreference = clos.arret().sansPreference();
        json.name("sansPreference").object(() -> {
            for (Secteur secteur : Secteur.values()) {
                json.name(secteur.name()).number(sansPreference.getOrDefault(secteur, 0));
            }
        });
    }

    private void preuve() {
        var bornes = clos.arret().bornes().stream()
                .sorted(Comparator.comparingInt(borne -> borne.borne().numero()))
                .toList();
        json.name("bornes").array(bornes, (_, each) -> borne(each));
        json.name("derogations").array(clos.arret().derogations(), (_, each) -> derogation(each));
    }

    private void borne(BorneProuvee borne) {
        json.object(() -> {
            json.name("borne").number(borne.borne().numero());
            json.name("mairie").string(borne.mairie().name());
            json.name("nom").string(borne.nom());
            json.name("chaines")
                    .array(
                            borne.tetes(),
                            (_, tete) -> json.object(() -> {
                                json.name("chaine").string(tete.chain().hex());
                                json.name("derniere").number(tete.seq());
                                json.name("sha256").string(tete.hash().hex());
                            }));
            json.name("closeLe");
            borne.closeLe().ifPresentOrElse(this::le, json::nothing);
            json.name("formulairesPapier").number(borne.formulairesPapier());
        });
    }

    private void derogation(Derogation derogation) {
        json.object(() -> {
            json.name("borne").number(derogation.borne().numero());
            json.name("mairie").string(derogation.mairie().name());
            json.name("nom").string(derogation.nom());
            json.name("manque").string(derogation.manque());
            json.name("motif").string(derogation.motif());
            json.name("le");
            le(derogation.le());
        });
    }

    private void passage(Cahier.Passage passage) {
        json.object(() -> {
            json.name("sens").string(passage.sens().name());
            json.name("le");
            le(passage.acte().le());
        });
    }

    private void des() {
        json.name("lancersAnnonces");
        clos.seance().lancers().ifPresentOrElse(json::number, json::nothing);
        json.name("lancers")
                .array(
                        clos.lancers(),
                        (_, each) -> json.object(() -> {
                            json.name("chiffre").number(each.chiffre());
                            json.name("lanceur").number(each.lanceur());
                            json.name("le");
                            le(each.acte().le());
                        }));
        json.name("corrections")
                .array(
                        pieces.etat().cahier().corrections(),
                        (_, each) -> json.object(() -> {
                            json.name("position").number(each.position());
                            json.name("avant").number(each.avant());
                            json.name("apres");
                            each.apres().ifPresentOrElse(json::number, json::nothing);
                            json.name("le");
                            le(each.acte().le());
                        }));
        json.name("drandAnnonce");
        clos.seance().premierTour().ifPresentOrElse(this::tour, json::nothing);
        json.name("drandRemplaces")
                .array(
                        clos.seance().remplaces(),
                        (_, each) -> json.object(() -> {
                            json.name("par");
                            tour(each.apres());
                            json.name("motif").string(each.motif());
                            json.name("le");
                            le(each.acte().le());
                        }));
        json.name("drandSaisi");
        clos.tire()
                .avant()
                .drand()
                .ifPresentOrElse(
                        preuve -> json.object(() -> {
                            json.name("alea").string(preuve.alea());
                            json.name("signature").string(preuve.signature());
                        }),
                        json::nothing);
    }

    private void tour(AnnonceDrand annonce) {
        json.object(() -> {
            json.name("chaine").string(annonce.chaine().name());
            json.name("tour").number(annonce.tour());
        });
    }

    private void cahier() {
        Cahier cahier = pieces.etat().cahier();
        json.name("arretsAnnules")
                .array(
                        cahier.annules(),
                        (_, each) -> json.object(() -> {
                            json.name("liste").string(each.liste().hex());
                            json.name("arreteeLe");
                            le(each.arret().le());
                            json.name("motif").string(each.motif());
                            json.name("annuleLe");
                            le(each.annulation().le());
                        }));
        json.name("comptesChanges").array(pieces.comptesChanges(), (_, each) -> compte(each));
        json.name("desistements")
                .array(
                        cahier.desistements(),
                        (_, each) -> json.object(() -> {
                            json.name("id").string(each.id().valeur());
                            json.name("cause").string(each.cause().name());
                            json.name("le");
                            le(each.acte().le());
                        }));
        json.name("mentions")
                .array(
                        cahier.mentions(),
                        (_, each) -> json.object(() -> {
                            json.name("genre").string(each.genre().name());
                            json.name("texte").string(each.texte());
                            json.name("le");
                            le(each.acte().le());
                        }));
    }

    /** Its kind and its row of the register; the account itself is a person's name. */
    private void compte(ActesConfirmes.Confirme confirme) {
        json.object(() -> {
            json.name("numero").number(confirme.numero());
            json.name("acte").string(confirme.titre());
            json.name("le");
            le(confirme.seconde().le());
        });
    }

    private void empreintes(Registre.Tete registre, Programmes programmes) {
        json.name("registre").object(() -> {
            json.name("numero").number(registre.numero());
            json.name("sha256").string(registre.empreinte());
        });
        json.name("sha256").object(() -> {
            json.name("liste").string(clos.arret().liste().empreinte().hex());
            json.name("pv").string(clos.tire().pv().hex());
            json.name("programme");
            programmes.java().map(Empreinte::hex).ifPresentOrElse(json::string, json::nothing);
            json.name("page").string(programmes.page().hex());
        });
    }

    private void le(Instant instant) {
        json.string(instant.toString());
    }
}
