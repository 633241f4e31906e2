// The French sentences of the verification.
"use strict";

CLN.mots = (function () {
  const SECTEURS = { CENTRE: "Centre", EST: "Est", NORD: "Nord", OUEST: "Ouest", SUD: "Sud" };
  const LECTURES = {
    PRIORITE_ABSOLUE: "priorité absolue : les 16-25 ans et les 65 ans et plus sont tirés avant les autres",
    SIEGE_RESERVE: "siège réservé : un siège par sexe et par secteur va à une personne de 16-25 ans ou de 65 ans et plus",
  };
  const VOIES = {
    SANS_TIRAGE: "retenu sans tirage : pas plus de candidatures que de sièges",
    SIEGE_RESERVE: "siège réservé aux 16-25 ans et aux 65 ans et plus",
    PRIORITE: "tiré parmi les 16-25 ans et les 65 ans et plus",
    RANG: "tiré au sort",
  };
  const REGLE = " (art. 7 §3, critère n° 2)";
  const MOTIFS = {
    AUCUNE_FEMME: "Aucune femme n’est candidate ni reconduite : les sièges reviennent aux hommes" + REGLE,
    UNE_FEMME: "Une seule femme est candidate ou reconduite : elle est retenue par défaut" + REGLE,
    DEUX_FEMMES: "Deux femmes sont candidates ou reconduites : elles sont retenues" + REGLE,
    TROIS_FEMMES: "Trois femmes sont candidates ou reconduites : elles sont toutes retenues" + REGLE,
    TROIS_FEMMES_CRITERE_3:
      "Trois femmes sont candidates ou reconduites ; les retenir toutes porterait atteinte au critère n° 3 : deux sont retenues" +
      " (art. 7 §3, critères n° 2 et n° 3)",
    TIRAGE: "Quatre femmes ou plus sont candidates ou reconduites : le tirage vise la parité" + REGLE,
  };

  function derogation(grade, femmes, nominal) {
    const fin = " pour la parité de l’ensemble (art. 7 §3).";
    if (grade === null) return "";
    if (grade === 0) return " Ce nombre est ajusté à " + femmes + fin;
    const retenues = grade === 3 ? "aucune femme n’est retenue" : grade === 2 ? "une seule est retenue" : String(femmes);
    return " Par dérogation, " + retenues + " au lieu de " + nominal + fin;
  }

  function raison(part, vise) {
    if (part.sieges === 0) return "Personne n’est candidat ni reconduit : les sièges restent vacants (art. 4 §1).";
    const borne = part.nominal === vise ? "" : " Les sièges restants et les candidatures imposent " + part.nominal + " au lieu de " + vise + " (art. 7 §4 et §5).";
    return MOTIFS[part.motif] + "." + borne + derogation(part.derogation, part.femmes, part.nominal);
  }

  const sexe = (s) => (s === "F" ? "Femmes" : "Hommes");
  const nombre = (n) => n.toLocaleString("fr-FR");
  const pluriel = (n, mot) => nombre(n) + " " + mot + (n > 1 ? "s" : "");

  return Object.freeze({ SECTEURS, LECTURES, VOIES, raison, sexe, nombre, pluriel });
})();
