/* <cln-langue langue sens>: puts language and direction on the document, where screen readers and every style read them. */
class ClnLangue extends HTMLElement {
  static observedAttributes = ['langue', 'sens'];

  attributeChangedCallback(name, before, value) {
    if (value !== null) {
      document.documentElement[name === 'langue' ? 'lang' : 'dir'] = value;
    }
  }
}
if (!customElements.get('cln-langue')) {
  customElements.define('cln-langue', ClnLangue);
}
