/* What a person has before them, in the order of the screen: shared by what reads it aloud and by what walks it with four
   buttons. Shadow trees are followed through their slots, because that is where things stand, not where they were written. */
window.ClnEcran ??= (() => {
  const MODAL = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-select[opened]';

  function* walk(node, skip = () => false) {
    if (node instanceof Element && skip(node)) {
      return;
    }
    yield node;
    const assigned = node.localName === 'slot' ? node.assignedNodes({ flatten: true }) : [];
    const inside = assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes;
    for (const child of inside) {
      yield* walk(child, skip);
    }
  }

  /** Shown at all: neither hidden, nor of the size that only screen readers notice. */
  function shown(element) {
    if (getComputedStyle(element).display === 'contents') {
      return true;
    }
    if (!element.checkVisibility({ visibilityProperty: true })) {
      return false;
    }
    const box = element.getBoundingClientRect();
    return box.width > 1 || box.height > 1;
  }

  /** The dialog on top, if one is open. */
  function dialog() {
    return [...document.querySelectorAll(MODAL)].at(-1) ?? null;
  }

  function active() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  }

  return { walk, shown, dialog, active };
})();
