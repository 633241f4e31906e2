// The list of a draw, in its one canonical form. What is not canonical is refused, with the line and the reason.
"use strict";

CLN.liste = (function () {
  const EN_TETE = "id;secteur;sexe;classe;qualite";
  const SECTEURS = ["CENTRE", "EST", "NORD", "OUEST", "SUD"];
  const SEXES = ["F", "H"];
  const CLASSES = ["16-25", "26-64", "65+"];
  const QUALITES = ["CANDIDAT", "RECONDUIT"];
  const PLUS_GRANDE = 8 * 1024 * 1024;
  const SIEGES = 4;

  class Refus extends Error {
    constructor(ligne, raison) {
      super("ligne " + ligne + " : " + raison);
    }
  }

  // A quotation stays short, on one line, and shows nothing that could not be seen.
  function citer(texte, longueur = 40) {
    const signes = Array.from(texte);
    const citation = signes
      .slice(0, longueur)
      .map((signe) => (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(signe) ? "\uFFFD" : signe))
      .join("");
    return signes.length > longueur ? citation + "…" : citation;
  }

  // Yields [number, text] of every line; the text of the last one may lack its line feed, which is said afterwards.
  function* lignes(octets) {
    const decodeur = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    let numero = 0;
    for (let debut = 0; debut < octets.length; ) {
      numero++;
      const saut = octets.indexOf(10, debut);
      const fin = saut < 0 ? octets.length : saut;
      if (fin > debut && octets[fin - 1] === 13) {
        throw new Refus(numero, "fin de ligne Windows (CR LF) ; enregistrez le fichier avec des fins de ligne LF");
      }
      let texte;
      try {
        texte = decodeur.decode(octets.subarray(debut, fin));
      } catch {
        throw new Refus(numero, "octets illisibles ; enregistrez le fichier en UTF-8");
      }
      yield [numero, texte];
      if (saut < 0) throw new Refus(numero, "la dernière ligne doit se terminer par un saut de ligne (LF)");
      debut = fin + 1;
    }
  }

  function personne(numero, texte) {
    if (texte === "") throw new Refus(numero, "ligne vide");
    const champs = texte.split(";");
    if (champs.length !== 5) throw new Refus(numero, "cinq champs séparés par « ; » attendus, trouvés : " + champs.length);
    const [id, secteur, sexe, classe, qualite] = champs;
    if (!/^[A-Z0-9-]{1,32}$/.test(id)) {
      throw new Refus(numero, "identifiant invalide « " + citer(id) + " » (1 à 32 caractères parmi A-Z, 0-9 et -)");
    }
    const connu = (valeurs, valeur, quoi) => {
      if (!valeurs.includes(valeur)) throw new Refus(numero, quoi + " « " + citer(valeur) + " »");
    };
    connu(SECTEURS, secteur, "secteur inconnu");
    connu(SEXES, sexe, "sexe inconnu");
    connu(CLASSES, classe, "classe d’âge inconnue");
    connu(QUALITES, qualite, "qualité inconnue");
    return { id, secteur, sexe, classe, candidat: qualite === "CANDIDAT", prioritaire: classe !== "26-64" };
  }

  // Reads the bytes of a list; throws a Refus.
  function lire(octets) {
    if (octets.length > PLUS_GRANDE) throw new Refus(1, "la liste dépasse 8 Mio ; ce n’est pas une liste de candidats de Roubaix");
    if (octets.length === 0) throw new Refus(1, "le fichier est vide ; en-tête attendu « " + EN_TETE + " »");
    if (octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf) {
      throw new Refus(1, "le fichier commence par une marque BOM ; enregistrez-le en UTF-8 sans BOM");
    }
    const personnes = [];
    const ids = new Set();
    const reconduits = {};
    for (const [numero, texte] of lignes(octets)) {
      if (numero === 1) {
        if (texte !== EN_TETE) throw new Refus(1, "en-tête attendu « " + EN_TETE + " », lu « " + citer(texte) + " »");
        continue;
      }
      const lue = personne(numero, texte);
      if (ids.has(lue.id)) throw new Refus(numero, "identifiant en double « " + citer(lue.id) + " »");
      if (personnes.length > 0 && lue.id < personnes[personnes.length - 1].id) {
        throw new Refus(numero, "identifiant « " + citer(lue.id) + " » mal placé ; les lignes doivent être triées par identifiant");
      }
      if (!lue.candidat) {
        reconduits[lue.secteur] = (reconduits[lue.secteur] || 0) + 1;
        if (reconduits[lue.secteur] > SIEGES) {
          throw new Refus(numero, "plus de quatre membres reconduits dans le secteur " + lue.secteur + " (art. 4 §1)");
        }
      }
      ids.add(lue.id);
      personnes.push(lue);
    }
    if (!personnes.some((p) => p.candidat)) throw new Refus(personnes.length + 1, "la liste se termine sans aucun candidat");
    return personnes;
  }

  return Object.freeze({ lire, citer, Refus, SECTEURS, SEXES, SIEGES });
})();
