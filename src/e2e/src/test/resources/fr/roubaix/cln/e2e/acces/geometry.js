/* What of the page in front is too small, too near, cut or covered. Sizes in millimetres, from pixels per millimetre. */
({ density, leastTarget, leastGap, leastCapital, primaryInSight, mayScroll }) => {
  const TARGETS =
    "button, a[href], vaadin-button, vaadin-radio-button, vaadin-checkbox, vaadin-text-field, vaadin-integer-field, vaadin-password-field";
  const CAPITAL = 0.72;
  const HALF_PIXEL = 0.51;
  const found = [];
  const words = (element) => (element.getAttribute("aria-label") || element.textContent || element.localName).trim().replace(/\s+/g, " ").slice(0, 50);
  const report = (rule, element, millimetres, more = "") =>
    found.push(`${rule} ${millimetres.toFixed(1)} mm « ${words(element)} »${more}`);
  const dialogs = [...document.querySelectorAll("vaadin-dialog[opened]")];
  const front = dialogs.at(-1) ?? document.body;
  const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  /* Said by a screen reader and drawn nowhere; Vaadin's own strip about the network shows only when it has something to say. */
  const onlyRead = (element) => {
    for (let box = element; box; box = parent(box)) {
      const { clip, clipPath } = getComputedStyle(box);
      if (clipPath.startsWith("inset(50%") || clip.startsWith("rect(0")) {
        return true;
      }
    }
    return element.closest(".sr-only, .vh, vaadin-connection-indicator") !== null;
  };
  const size = (rect) => Math.min(rect.width, rect.height);
  const cut = (rect, by) => {
    const left = Math.max(rect.left, by.left);
    const top = Math.max(rect.top, by.top);
    const right = Math.min(rect.right, by.right);
    const bottom = Math.min(rect.bottom, by.bottom);
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom, width: right - left, height: bottom - top });

  /* What remains of a box after every frame around it; what only scrolling away hides is told apart from what is lost. */
  const seen = (element, rect) => {
    let left = plain(rect);
    let lost = 0;
    let above = false;
    for (let box = element; box; box = parent(box)) {
      const style = getComputedStyle(box);
      /* What is placed on the page is not cut by what scrolls between the two. */
      if (above && style.position === "static") {
        continue;
      }
      above = style.position === "absolute";
      if (style.overflowX === "visible" && style.overflowY === "visible") {
        continue;
      }
      const frame = box === document.documentElement || box === document.body ? screen : box.getBoundingClientRect();
      const across = Math.max(frame.left - left.left, left.right - frame.right);
      const down = Math.max(frame.top - left.top, left.bottom - frame.bottom);
      const scrolls = /auto|scroll/.test(style.overflowY);
      lost = Math.max(lost, across, scrolls ? 0 : down);
      left = cut(left, frame);
      if (left.width <= 0 || left.height <= 0) {
        return { rect: null, lost: scrolls ? 0 : lost };
      }
    }
    const down = Math.max(-left.top, left.bottom - innerHeight);
    const across = Math.max(-left.left, left.right - innerWidth);
    return { rect: cut(left, screen), lost: Math.max(lost, across, down) };
  };

  const box = (element) => {
    const field = element.shadowRoot?.querySelector("[part='input-field']");
    return (field ?? element).getBoundingClientRect();
  };
  const targets = [...front.querySelectorAll(TARGETS)]
    .filter((element) => shown(element) && !element.parentElement.closest("vaadin-button, button"))
    .map((element) => ({ element, whole: box(element), ...seen(element, box(element)) }))
    .filter(({ rect, whole }) => rect && whole.width > 1 && whole.height > 1);

  for (const { element, whole } of targets) {
    const millimetres = size(whole) / density;
    if (millimetres < leastTarget - 0.05) {
      report("cible", element, millimetres);
    }
  }
  targets.forEach((one, i) => {
    for (const other of targets.slice(i + 1)) {
      const across = Math.max(0, one.rect.left - other.rect.right, other.rect.left - one.rect.right);
      const down = Math.max(0, one.rect.top - other.rect.bottom, other.rect.top - one.rect.bottom);
      const gap = Math.hypot(across, down) / density;
      if (gap < leastGap - 0.05) {
        report("écart", one.element, gap, ` et « ${words(other.element)} »`);
      }
    }
  });

  const texts = [];
  const walk = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element) || onlyRead(element) || /STYLE|SCRIPT|NOSCRIPT/.test(element.tagName)) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1 || line.height < 1) {
        continue;
      }
      /* The letters, not the leading that a font reserves above and below them. */
      const letters = plain({ left: line.left, right: line.right, top: line.top + line.height * 0.22, bottom: line.bottom - line.height * 0.22 });
      const { rect, lost } = seen(element, letters);
      if (lost > 1.5) {
        report("texte coupé", element, lost / density);
      }
      if (rect && rect.width > 0 && rect.height > 0) {
        texts.push({ element, node, rect });
      }
    }
    const capital = (parseFloat(getComputedStyle(element).fontSize) * CAPITAL) / density;
    if (capital < leastCapital - 0.03 && !element.closest("[aria-hidden='true']")) {
      report("lettres", element, capital);
    }
  }
  texts.forEach((one, i) => {
    for (const other of texts.slice(i + 1)) {
      const both = cut(one.rect, other.rect);
      if (one.node !== other.node && both.width > 1 && both.height > 1) {
        report("textes superposés", one.element, both.height / density, ` et « ${words(other.element)} »`);
      }
    }
  });

  /* A pad is struck without looking for its keys, and what explains the council stands before residents as a whole. */
  if (!document.documentElement.hasAttribute("data-clavier-ouvert")) {
    for (const region of front.querySelectorAll(".kiosk__main, .ecran__corps, .facts, .avant, .agent__ecran")) {
      const below = region.scrollHeight - region.clientHeight;
      const long = region.matches(".agent__fiche") || region.querySelector(".galerie, .agent__fiche");
      const whole = region.querySelector(".pave__touches") || (!mayScroll && (region.matches(".facts, .avant") || region.querySelector(".facts, .avant, .doors")));
      if (below > 1 && /auto|scroll/.test(getComputedStyle(region).overflowY) && whole && !long) {
        report("défile", region, below / density);
      }
    }
  }

  if (primaryInSight) {
    for (const element of front.querySelectorAll("vaadin-button[theme~='primary'], .door--main")) {
      const whole = element.getBoundingClientRect();
      const { rect } = shown(element) ? seen(element, whole) : { rect: plain(whole) };
      const hidden = rect ? whole.height - rect.height : whole.height;
      if (hidden > HALF_PIXEL + 0.5) {
        report("action hors de vue", element, hidden / density);
      }
    }
  }
  return [...new Set(found)];
}
