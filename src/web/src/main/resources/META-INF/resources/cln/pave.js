/* A number pad: its keys write into the fields beside it, in the browser, and leave the focus there. */
class Pave extends HTMLElement {
  #champ;
  #touches = new Set();

  connectedCallback() {
    this.addEventListener("mousedown", this.#garderLeFocus);
    this.addEventListener("focusin", this.#retenir);
    this.addEventListener("focusout", this.#transmettre);
    this.addEventListener("click", this.#frapper);
  }

  disconnectedCallback() {
    this.removeEventListener("mousedown", this.#garderLeFocus);
    this.removeEventListener("focusin", this.#retenir);
    this.removeEventListener("focusout", this.#transmettre);
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

  /* A value written by a script raises no "change": without it the server would never learn of it. */
  #transmettre = (evenement) => {
    if (this.#touches.delete(evenement.target)) {
      evenement.target.dispatchEvent(new Event("change", { bubbles: true }));
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
      this.#effacer(champ);
    } else {
      this.#ecrire(champ, touche);
    }
  };

  #ecrire(champ, chiffre) {
    champ.setRangeText(chiffre, champ.selectionStart, champ.selectionEnd, "end");
    this.#signaler(champ);
    const plein = Number(champ.closest("[data-chiffres]")?.dataset.chiffres);
    if (champ.value.length === plein && champ.selectionStart === plein) {
      this.#suivant(champ, { dernierReste: true });
    }
  }

  #effacer(champ) {
    const fin = champ.selectionEnd;
    const debut = champ.selectionStart === fin ? Math.max(0, fin - 1) : champ.selectionStart;
    champ.setRangeText("", debut, fin, "end");
    this.#signaler(champ);
  }

  #signaler(champ) {
    this.#touches.add(champ);
    champ.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
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
