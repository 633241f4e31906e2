// Adds a button that copies beside each value of the page. Values stay text that anyone can select.
"use strict";
(function () {
  if (!navigator.clipboard) return;
  for (const valeur of document.querySelectorAll("[data-copier]")) {
    const bouton = document.createElement("button");
    bouton.type = "button";
    bouton.className = "btn btn--copier";
    bouton.textContent = "Copier";
    bouton.setAttribute("aria-label", "Copier : " + valeur.dataset.copier);
    const etat = document.createElement("span");
    etat.className = "vh";
    etat.setAttribute("role", "status");
    bouton.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(valeur.textContent);
        bouton.textContent = etat.textContent = "Copié";
      } catch {
        bouton.textContent = etat.textContent = "Copie refusée : sélectionnez le texte";
      }
    });
    valeur.after(bouton, etat);
  }
})();
