/* <cln-langue langue sens choisie>: puts language and direction on the document, where screen readers and every style read
   them. The next page begins in French again; only one that says that a session is over (<cln-apres>) still learns in which
   language to say so. */
class ClnLangue extends HTMLElement {
  static observedAttributes = ['langue', 'sens'];
  static KEPT = 'cln-langue';

  static before() {
    try {
      const before = sessionStorage.getItem(ClnLangue.KEPT);
      sessionStorage.removeItem(ClnLangue.KEPT);
      if (before && new URLSearchParams(location.search).has('session-expiree')) {
        document.documentElement.dataset.avant = before;
      }
    } catch {
      /* A browser without storage: the message is in French. */
    }
  }

  attributeChangedCallback(name, before, value) {
    if (value !== null) {
      document.documentElement[name === 'langue' ? 'lang' : 'dir'] = value;
    }
  }

  connectedCallback() {
    this.leave = () => {
      try {
        sessionStorage.setItem(ClnLangue.KEPT, this.getAttribute('choisie'));
      } catch {
        /* as above */
      }
    };
    window.addEventListener('pagehide', this.leave);
  }

  disconnectedCallback() {
    window.removeEventListener('pagehide', this.leave);
  }
}
if (!customElements.get('cln-langue')) {
  ClnLangue.before();
  customElements.define('cln-langue', ClnLangue);
}
