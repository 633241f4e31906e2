/* <cln-oubli fini accueil>: what somebody typed stays with nobody who comes after. The page hides itself when it is left, and
   a page that the browser kept aside for its "back" button is asked of the server anew. Until "fini" is set, the browser
   asks before it throws away what was typed.
   On a terminal that everybody shares, "accueil" is the address of its first screen: whoever reloads, goes back or forward
   to another document finds that one, and nothing can be copied, since the next person could paste it. */
(() => {
  const TAKING = ['copy', 'cut', 'dragstart', 'contextmenu'];
  let arrived = false;

  class ClnOubli extends HTMLElement {
    connectedCallback() {
      this.typed = false;
      this.note = () => { this.typed = true; };
      this.ask = (event) => {
        if (this.typed && !this.hasAttribute('fini')) {
          event.preventDefault();
        }
      };
      this.hide = () => { document.documentElement.dataset.efface = 'oui'; };
      this.back = (event) => {
        if (event.persisted) {
          this.home ? location.replace(this.home) : location.reload();
        }
      };
      this.refuse = (event) => event.preventDefault();
      document.addEventListener('input', this.note, true);
      window.addEventListener('beforeunload', this.ask);
      window.addEventListener('pagehide', this.hide);
      window.addEventListener('pageshow', this.back);
      if (this.home) {
        this.#begin();
      }
    }

    disconnectedCallback() {
      document.removeEventListener('input', this.note, true);
      window.removeEventListener('beforeunload', this.ask);
      window.removeEventListener('pagehide', this.hide);
      window.removeEventListener('pageshow', this.back);
      TAKING.forEach((type) => document.removeEventListener(type, this.refuse, true));
    }

    get home() {
      return this.getAttribute('accueil');
    }

    #begin() {
      TAKING.forEach((type) => document.addEventListener(type, this.refuse, true));
      const came = performance.getEntriesByType('navigation')[0]?.type;
      if (!arrived && (came === 'reload' || came === 'back_forward') && location.pathname !== this.home) {
        this.hide();
        location.replace(this.home);
      }
      arrived = true;
    }
  }

  if (!customElements.get('cln-oubli')) {
    customElements.define('cln-oubli', ClnOubli);
  }
})();
