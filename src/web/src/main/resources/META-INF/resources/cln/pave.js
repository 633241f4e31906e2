/* A number pad: its keys write into the fields beside it, and leave the focus there. */
class Pave extends HTMLElement {
  #champ;

  connectedCallback() {
    this.addEventListener("mousedown", this.#garderLeFocus);
    this.addEventListener("focusin", this.#retenir);
    this.addEventListener("click", this.#frapper);
  }

  disconnectedCallback() {
    this.removeEventListener("mousedown", this.#garderLeFocus);
    this.removeEventListener("focusin", this.#retenir);
    this.removeEventListener("click", this.#frapper);
  }

  #saisies() {
    return [...this.querySelectorAll("input")];
  }

  #garderLeFocus = (evenement) => {
    if (evenement.target.closest("[data-touche]")) {
      evenement.preventDefault();
    }
  };

  #retenir = (evenement) => {
    if (evenement.target.matches("input")) {
      this.#champ = evenement.target;
    }
  };

  #frapper = (evenement) => {
    const touche = evenement.target.closest("[data-touche]")?.dataset.touche;
    if (!touche) {
      return;
    }
    const saisies = this.#saisies();
    const champ = saisies.includes(this.#champ) ? this.#champ : saisies.find((s) => !s.value) ?? saisies[0];
    if (document.activeElement !== champ) {
      champ.focus();
    }
    if (touche === "suivant") {
      this.#suivant(champ);
    } else if (touche === "effacer") {
      ClnFrappe.rubOut(champ);
    } else if (ClnFrappe.write(champ, touche)) {
      this.#plein(champ);
    }
  };

  #plein(champ) {
    const plein = Number(champ.closest("[data-chiffres]")?.dataset.chiffres);
    if (champ.value.length === plein && champ.selectionStart === plein) {
      this.#suivant(champ, { dernierReste: true });
    }
  }

  #suivant(champ, { dernierReste = false } = {}) {
    const saisies = this.#saisies();
    const rang = saisies.indexOf(champ);
    if (rang === saisies.length - 1 && dernierReste) {
      return;
    }
    const prochain = saisies[(rang + 1) % saisies.length];
    prochain.focus();
    prochain.select();
  }
}

customElements.define("cln-pave", Pave);
