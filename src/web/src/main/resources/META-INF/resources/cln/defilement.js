/* A text longer than its place scrolls; whoever has only keys must be able to stand on it. A text that fits is no stop. */
(() => {
  const TEXTS = '.ecran__corps, .facts';
  let asked = false;

  function mark() {
    asked = false;
    for (const text of document.querySelectorAll(TEXTS)) {
      const scrolls = text.scrollHeight > text.clientHeight + 1;
      if (scrolls !== text.hasAttribute('tabindex')) {
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
