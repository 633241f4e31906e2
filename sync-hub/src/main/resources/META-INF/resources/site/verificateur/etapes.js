// Shows each step of a verification: what was computed, from what, and what it gave.
"use strict";

CLN.etapes = (function () {
  const { SECTEURS, LECTURES, VOIES, raison, sexe, nombre, pluriel } = CLN.mots;
  const MONTRES = 10;

  function noeud(nom, classe, ...contenu) {
    const element = document.createElement(nom);
    if (classe) element.className = classe;
    element.append(...contenu);
    return element;
  }
  const p = (...contenu) => noeud("p", "", ...contenu);
  const code = (texte) => noeud("code", "", texte);

  function tableau(titre, colonnes, lignes) {
    const tete = noeud("tr", "", ...colonnes.map((c) => Object.assign(noeud("th", "", c), { scope: "col" })));
    const corps = lignes.map((cellules) => noeud("tr", "", ...cellules.map((c) => noeud("td", "", c))));
    const table = noeud("table", "table", noeud("caption", "vh", titre), noeud("thead", "", tete), noeud("tbody", "", ...corps));
    const cadre = noeud("div", "defile", table);
    // A table that scrolls is reached by the keyboard (WCAG 2.1.1), and says what it is.
    Object.assign(cadre, { tabIndex: 0, role: "region" });
    cadre.setAttribute("aria-label", titre);
    return cadre;
  }

  function liste({ personnes, empreinte, refait }) {
    const declaree = refait.valeur.liste;
    return [
      "La liste",
      p(pluriel(declaree.candidats, "candidature") + ", " + pluriel(declaree.reconduits, "mandat") + " renouvelé" +
        (declaree.reconduits > 1 ? "s" : "") + ", " + pluriel(personnes.length, "ligne") + " triées. L’empreinte SHA-256 du fichier est :"),
      p(code(empreinte)),
      p("Elle a été calculée ici, par " + (CLN.empreinte.duNavigateur() ? "votre navigateur (Web Crypto)" : "cette page") +
        ", et c’est celle que le procès-verbal annonce."),
    ];
  }

  function plan({ refait }) {
    const lignes = refait.valeur.repartition.map((part, i) => [
      SECTEURS[part.secteur], String(part.sieges), String(part.femmes), String(part.hommes), raison(part, refait.plan.etudes[i].vise),
    ]);
    return [
      "Le plan, avant les dés",
      p("Lecture du critère n° 3 : " + LECTURES[refait.valeur.lecture] + "."),
      tableau("Les sièges par secteur", ["Secteur", "Sièges", "Femmes", "Hommes", "Pourquoi"], lignes),
      p("Écart entre femmes et hommes sur l’ensemble : " + refait.valeur.ecart + "."),
    ];
  }

  function chances({ refait }) {
    const lignes = refait.valeur.probabilites.map((c) => [
      SECTEURS[c.secteur], sexe(c.sexe), c.prioritaire ? "16-25 ans, 65 ans et plus" : "26-64 ans",
      c.denominateur === 1 ? String(c.numerateur) : c.numerateur + "/" + c.denominateur,
      ((100 * c.numerateur) / c.denominateur).toLocaleString("fr-FR", { maximumFractionDigits: 1 }) + " %",
    ]);
    return ["Les chances de chaque personne, avant les dés",
      tableau("Les chances par groupe", ["Secteur", "Groupe", "Âge", "Chance exacte", "Environ"], lignes)];
  }

  function graine({ refait }) {
    const { des, drand, texte } = refait.valeur.graine;
    return [
      "La graine",
      p("Les " + des.length + " chiffres lancés en public" + (drand === null ? "" : " et le tour de drand annoncé") +
        " complètent un texte qui contient l’empreinte de la liste. Personne ne pouvait le connaître avant."),
      p(code(texte)),
    ];
  }

  function tables({ refait }) {
    const { tables: ensemble, etudes } = refait.plan;
    const { hexa, j } = refait.ajustement;
    if (ensemble.length === 1) return ["La répartition entre secteurs", p("Une seule répartition est la meilleure : rien n’est tiré au sort ici.")];
    const lignes = ensemble.slice(0, 50).map((table, i) => [String(i), ...table.map(String), i === refait.valeur.table ? "tirée" : ""]);
    return [
      "La répartition tirée parmi " + ensemble.length,
      p("Ces répartitions sont également bonnes. L’empreinte de la graine suivie de « |ajustement|" + j + " » est :"),
      p(code(hexa)),
      p("Le reste de sa division par " + ensemble.length + " est " + refait.valeur.table + " : c’est le numéro de la répartition retenue."),
      tableau("Nombre de femmes par secteur, dans chaque répartition", ["N°", ...etudes.map((e) => SECTEURS[e.secteur]), "Retenue"], lignes),
    ];
  }

  function rangs({ refait }) {
    const lignes = refait.ordre.slice(0, MONTRES).map((c, i) => [String(i + 1), code(c.id), SECTEURS[c.secteur], code(c.rang)]);
    return [
      "Le rang de chaque candidature",
      p("Le rang est l’empreinte de la graine suivie de « |rang| » et du numéro de reçu ; la plus petite passe devant. " +
        nombre(refait.ordre.length) + " rangs ont été calculés ; voici les premiers."),
      tableau("Les premiers rangs", ["Place", "Numéro", "Secteur", "Rang"], lignes),
    ];
  }

  function membres({ refait }) {
    const lignes = refait.designes.map((d) => [SECTEURS[d.secteur], code(d.id), d.sexe === "F" ? "Femme" : "Homme", d.classe, VOIES[d.voie]]);
    return ["Les personnes désignées", lignes.length === 0
      ? p("Aucune : tous les sièges sont tenus par des mandats renouvelés.")
      : tableau("Les personnes désignées", ["Secteur", "Numéro", "Sexe", "Âge", "Comment"], lignes)];
  }

  function comparaison({ etat, phrase, reglement, duPv, refait }) {
    return [
      "La comparaison, octet par octet",
      etat === "CONFORME"
        ? p("Le procès-verbal recalculé ici a " + nombre(refait.octets.length) + " octets. Les " + nombre(refait.octets.length) + " sont les mêmes.")
        : p(phrase),
      p("Règlement déclaré : " + reglement + " (non vérifiable par le calcul)."),
      p("L’empreinte SHA-256 de ce fichier pv.json est :"),
      p(code(duPv)),
      p("Comparez-la à celle que le procès-verbal imprime : elle dit que rien n’y a changé, pas même la version du règlement."),
    ];
  }

  // One item per step.
  function montrer(resultat, cible) {
    const etapes = resultat.refait ? [liste, plan, chances, graine, tables, rangs, membres, comparaison] : [];
    cible.replaceChildren(
      ...etapes.map((etape, i) => {
        const [titre, ...contenu] = etape(resultat);
        const numero = noeud("span", "dot", String(i + 1));
        numero.setAttribute("aria-hidden", "true");
        return noeud("li", "etape", noeud("h3", "", numero, titre), ...contenu);
      }),
    );
  }

  return Object.freeze({ montrer });
})();
