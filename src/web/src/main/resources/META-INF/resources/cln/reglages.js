/* <cln-reglages theme size>: puts the display settings on the document, where every style reads them. */
class ClnReglages extends HTMLElement {
  static observedAttributes = ['theme', 'size'];

  attributeChangedCallback(name, before, value) {
    if (value !== null) {
      document.documentElement.dataset[name] = value;
    }
  }
}
if (!customElements.get('cln-reglages')) {
  customElements.define('cln-reglages', ClnReglages);
}
