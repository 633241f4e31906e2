/* <cln-oubli fini>: what somebody typed in their own browser stays with nobody who comes after. The page hides itself when
   it is left, and a page that the browser kept aside for its "back" button is asked of the server anew. Until "fini" is
   set, the browser asks before it throws away what was typed. */
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
        location.reload();
      }
    };
    document.addEventListener('input', this.note, true);
    window.addEventListener('beforeunload', this.ask);
    window.addEventListener('pagehide', this.hide);
    window.addEventListener('pageshow', this.back);
  }

  disconnectedCallback() {
    document.removeEventListener('input', this.note, true);
    window.removeEventListener('beforeunload', this.ask);
    window.removeEventListener('pagehide', this.hide);
    window.removeEventListener('pageshow', this.back);
  }
}

if (!customElements.get('cln-oubli')) {
  customElements.define('cln-oubli', ClnOubli);
}
