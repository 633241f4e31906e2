// Does a draw again from its two files and compares every byte; says in French where the first difference is.
"use strict";

CLN.comparaison = (function () {
  const { citer } = CLN.liste;
  const PLUS_GRAND = 64 * 1024 * 1024;
  const PROFONDEUR = 8;

  class Difference extends Error {}

  function lireJson(octets) {
    if (octets.length > PLUS_GRAND) throw new Difference("le procès-verbal dépasse 64 Mio, aucun tirage n’en donne de tel");
    let texte;
    try {
      texte = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
    } catch {
      throw new Difference("le procès-verbal n’est pas du JSON : des octets ne sont pas de l’UTF-8");
    }
    try {
      return JSON.parse(texte);
    } catch {
      throw new Difference("le procès-verbal n’est pas du JSON");
    }
  }

  const objet = (valeur) => (valeur !== null && typeof valeur === "object" && !Array.isArray(valeur) ? valeur : {});

  // All that is taken from the file: the rule and the seed. The rest is computed again.
  function declare(pv, empreinte) {
    const lu = objet(pv);
    const { sha256 } = objet(lu.liste);
    const { des, drand } = objet(lu.graine);
    const exiger = (chemin, valeur, juste, sinon) => {
      if (typeof valeur !== "string") throw new Difference(chemin + " : texte absent");
      if (!juste(valeur)) throw new Difference(chemin + " : " + sinon(citer(valeur, 100)));
    };
    const egal = (attendu) => [(v) => v === attendu, (v) => "lu « " + v + " », recalculé « " + attendu + " »"];
    exiger("format", lu.format, ...egal(CLN.tirage.FORMAT));
    exiger("reglement", lu.reglement, (v) => /^[A-Za-z0-9._-]{1,64}$/.test(v), () =>
      "version du règlement attendue : 1 à 64 lettres sans accent, chiffres, points ou tirets");
    exiger("lecture", lu.lecture, (v) => v === "PRIORITE_ABSOLUE" || v === "SIEGE_RESERVE", (v) => "valeur inconnue « " + v + " »");
    exiger("liste.sha256", sha256, ...egal(empreinte));
    exiger("graine.des", des, (v) => /^[0-9]*$/.test(v), () => "les dés ne s’écrivent qu’avec les chiffres 0 à 9, sans espace");
    exiger("graine.des", des, (v) => v.length >= 30, () =>
      "il faut au moins 30 chiffres de dés (trente lancers d’un dé à dix faces)");
    if (drand !== null) {
      exiger("graine.drand", drand, (v) => /^[1-9][0-9]{0,19}:[0-9a-fA-F]{64}$/.test(v), () =>
        "drand attendu sous la forme TOUR:HEXADECIMAL : un nombre sans zéro devant, deux-points, 64 chiffres hexadécimaux");
    }
    return { reglement: lu.reglement, lecture: lu.lecture, empreinte, des, drand: drand === null ? null : drand.toLowerCase() };
  }

  function dire(valeur) {
    if (valeur === undefined) return "rien";
    if (typeof valeur === "string") return "« " + citer(valeur, 100) + " »";
    if (Array.isArray(valeur)) return "une liste de " + valeur.length;
    return valeur !== null && typeof valeur === "object" ? "un objet" : String(valeur);
  }

  // The first path at which two values differ, in the order of what was computed; null when they are the same.
  function ecart(chemin, lu, refait, profondeur) {
    const simple = (v) => v === null || typeof v !== "object";
    if (simple(lu) || simple(refait) || Array.isArray(lu) !== Array.isArray(refait) || profondeur === PROFONDEUR) {
      return simple(lu) && Object.is(lu, refait) ? null : chemin + " : lu " + dire(lu) + ", recalculé " + dire(refait);
    }
    const cles = [...new Set([...Object.keys(refait), ...Object.keys(lu)])];
    for (const cle of cles) {
      const plus = Array.isArray(refait) ? chemin + "[" + cle + "]" : (chemin ? chemin + "." : "") + citer(cle, 100);
      const la = Object.hasOwn(lu, cle) ? lu[cle] : undefined;
      const ici = Object.hasOwn(refait, cle) ? refait[cle] : undefined;
      const trouve = ecart(plus, la, ici, profondeur + 1);
      if (trouve !== null) return trouve;
    }
    return null;
  }

  function premierOctet(a, b) {
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    return i === a.length && i === b.length ? -1 : i;
  }

  function premiereDifference(pv, lus, refait) {
    const rang = premierOctet(lus, refait.octets);
    if (rang < 0) return null;
    const trouve = ecart("", pv, refait.valeur, 0);
    if (trouve !== null) return trouve.startsWith(" :") ? "début du fichier" + trouve : trouve;
    let ligne = 1;
    for (let i = 0; i < rang; i++) if (lus[i] === 10) ligne++;
    return "mise en forme, ligne " + ligne + " : les valeurs sont les bonnes, mais pas l’octet " + (rang + 1);
  }

  // Never throws on what a file contains. `etat` is CONFORME, NON_CONFORME or LISTE_REFUSEE, and `phrase` one line.
  // The version of the règlement is a label that nothing can be computed from: who knows the fingerprint that was
  // published for the file gives it, and a changed label is then seen too.
  async function verifier(pv, liste, publiee) {
    let personnes;
    try {
      personnes = CLN.liste.lire(liste);
    } catch (refus) {
      if (!(refus instanceof CLN.liste.Refus)) throw refus;
      return { etat: "LISTE_REFUSEE", phrase: refus.message };
    }
    const empreinte = await CLN.empreinte.dOctets(liste);
    const duPv = await CLN.empreinte.dOctets(pv);
    try {
      const lu = lireJson(pv);
      const refait = await CLN.tirage.refaire(personnes, declare(lu, empreinte));
      const difference = premiereDifference(lu, pv, refait);
      if (difference !== null) return { etat: "NON_CONFORME", phrase: "NON CONFORME : " + difference, reglement: lu.reglement, personnes, empreinte, duPv, refait };
      if (publiee && duPv !== publiee) {
        throw new Difference("ce fichier n’a pas l’empreinte publiée pour ce tirage (version du règlement : « " + lu.reglement + " »)");
      }
      return { etat: "CONFORME", phrase: "CONFORME", reglement: lu.reglement, personnes, empreinte, duPv, refait };
    } catch (difference) {
      if (!(difference instanceof Difference)) throw difference;
      return { etat: "NON_CONFORME", phrase: "NON CONFORME : " + difference.message, personnes, empreinte };
    }
  }

  return Object.freeze({ verifier });
})();
