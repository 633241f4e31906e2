/* A text longer than its place scrolls; whoever has only keys must be able to stand on it, unless something stands in it
   already. A text that fits is no stop. */
(() => {
  const TEXTS = '.ecran__corps, .facts, .avant, .agent__ecran';
  const STOPS = 'a[href], button, input, [tabindex]:not([tabindex="-1"])';
  let asked = false;

  function mark() {
    asked = false;
    for (const text of document.querySelectorAll(TEXTS)) {
      const scrolls = text.scrollHeight > text.clientHeight + 1 && !text.querySelector(STOPS);
      if (scrolls !== text.hasAttribute('tabindex') && text !== document.activeElement) {
        text.toggleAttribute('tabindex', scrolls);
        if (scrolls) {
          text.tabIndex = 0;
        }
      }
    }
  }

  function ask() {
    if (!asked) {
      asked = true;
      requestAnimationFrame(mark);
    }
  }

  new MutationObserver(ask).observe(document.documentElement,
    { childList: true, subtree: true, characterData: true, attributeFilter: ['data-size', 'data-theme', 'lang', 'data-clavier-ouvert'] });
  addEventListener('resize', ask);
  document.fonts?.ready.then(ask);
  ask();
})();
