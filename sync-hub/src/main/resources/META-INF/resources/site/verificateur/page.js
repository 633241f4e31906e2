// The page: takes the two files, from the hub or from the visitor's disk, and does everything here. Nothing is sent.
"use strict";

(function () {
  const racine = document.getElementById("verification");
  if (!racine) return;
  const entree = { liste: document.getElementById("fichier-liste"), pv: document.getElementById("fichier-pv") };
  const verdict = document.getElementById("verdict");
  const etapes = document.getElementById("etapes");
  const octets = { liste: null, pv: null };
  const publiee = racine.dataset.pvSha256 || "";
  let tour = 0;

  function dire(etat, phrase, suite = "") {
    verdict.className = "verdict verdict--" + etat;
    const fort = document.createElement("strong");
    fort.textContent = phrase;
    verdict.replaceChildren(fort, suite ? " " + suite : "");
  }

  const SUITES = {
    CONFORME: (r, ms) =>
      "Même liste, mêmes dés, mêmes " + r.refait.designes.length + " personnes. Tout a été recalculé dans ce navigateur en " +
      CLN.mots.nombre(ms) + " ms.",
    NON_CONFORME: () => "Ce procès-verbal n’est pas ce que donnent cette liste et ces dés.",
    LISTE_REFUSEE: () => "Ce fichier ne peut pas être la liste d’un tirage.",
  };

  async function verifier() {
    if (octets.liste === null || octets.pv === null) return;
    const moi = ++tour;
    dire("attente", "Calcul en cours…");
    racine.setAttribute("aria-busy", "true");
    const debut = performance.now();
    const resultat = await CLN.comparaison.verifier(octets.pv, octets.liste, publiee);
    if (moi !== tour) return;
    CLN.etapes.montrer(resultat, etapes);
    const ms = Math.round(performance.now() - debut);
    dire(resultat.etat.toLowerCase(), resultat.etat === "LISTE_REFUSEE" ? "LISTE REFUSÉE : " + resultat.phrase : resultat.phrase, SUITES[resultat.etat](resultat, ms));
    racine.removeAttribute("aria-busy");
  }

  function choisir(quoi) {
    entree[quoi].addEventListener("change", async () => {
      const [fichier] = entree[quoi].files;
      if (!fichier) return;
      try {
        octets[quoi] = new Uint8Array(await fichier.arrayBuffer());
      } catch {
        dire("non_conforme", "Ce fichier n’a pas pu être lu.", "Choisissez-le de nouveau.");
        return;
      }
      if (octets.liste === null) dire("attente", "Choisissez aussi la liste.");
      else if (octets.pv === null) dire("attente", "Choisissez aussi le procès-verbal.");
      await verifier();
    });
  }

  async function prendre(adresse) {
    const reponse = await fetch(adresse);
    if (!reponse.ok) throw new Error(String(reponse.status));
    return new Uint8Array(await reponse.arrayBuffer());
  }

  async function charger() {
    dire("attente", "Chargement des deux fichiers…");
    try {
      [octets.liste, octets.pv] = await Promise.all([prendre(racine.dataset.liste), prendre(racine.dataset.pv)]);
    } catch {
      dire("non_conforme", "Les deux fichiers n’ont pas pu être chargés.", "Téléchargez-les puis choisissez-les ci-dessous.");
      return;
    }
    await verifier();
  }

  choisir("liste");
  choisir("pv");
  racine.hidden = false;
  if (racine.dataset.liste) charger();
  else dire("attente", "Choisissez les deux fichiers du tirage.");
})();
