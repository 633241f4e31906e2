// What differs from one run to the next says the same in every picture: hours, numbers of receipts, fingerprints, ports.
() => {
  const letters = '[0-9A-HJKMNP-TV-Z]';
  const rules = [
    // The hour of an act, with a date before it; a full hour is written without its minutes. Opening hours stay.
    [/(?<=(?:\d{4}|aujourd’hui|hier)\s(?:à\s)?)\d{1,2}(\s?h)(?:\s?\d{2})?\b/g, '10$1\u00a005'],
    [/\b\d{8}T\d+Z/g, '20261117T090500000Z'],
    [/\b\d{1,2}:\d{2}:\d{2}\b/g, '10:00:00'],
    [/\b\d{1,2}:\d{2}\b/g, '10:00'],
    [new RegExp(`\\b${letters}{5}-${letters}{5}\\b`, 'g'), '0EXEM-P1E23'],
    [/\b(?:[0-9a-f]{4}[ \u00a0\u202f]){2,}[0-9a-f]{4}\b/g, '0123 4567 89ab cdef'],
    [/\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}\b/g, '0123456789abcdef'],
    [/(?<=(?:il y a|depuis)\s)\d+(\s(?:secondes?|minutes?|min|s))\b/gi, '1$1'],
    [/\b\d+(?:[,.]\d+)?([ \u00a0\u202f](?:octets|[KMG]io|[kKMG]o))\b/g, '1$1'],
    [/localhost:\d+/g, 'localhost:8080'],
    [/(?:\/[\w.-]+)+\/(hub|borne)\b/g, '/var/lib/cln/$1'],
  ];
  // What is drawn from them: the two halves of a number, codes to be photographed.
  const drawn = '.fin__numero > :nth-child(2), #code-de-demonstration, .verifier svg';
  for (const element of document.querySelectorAll(drawn)) {
    element.style.setProperty('visibility', 'hidden', 'important');
  }
  for (const term of document.querySelectorAll('dt')) {
    if (term.textContent.trim() === 'Six mots') term.nextElementSibling.style.setProperty('visibility', 'hidden', 'important');
  }
  const steadyOf = (said) => rules.reduce((words, [what, instead]) => words.replace(what, instead), said);
  const texts = [];
  let changed = false;
  const visit = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement || !node.parentElement.closest('script, style')) texts.push(node);
      } else if (node.shadowRoot) {
        visit(node.shadowRoot);
      } else if (node.localName === 'input' && node.readOnly) {
        node.value = steadyOf(node.value);
      }
    }
  };
  visit(document.body);
  for (const text of texts) {
    const steady = steadyOf(text.data);
    if (steady !== text.data) {
      text.data = steady;
      changed = true;
    }
  }
  // Columns are as wide as what they held.
  if (changed) document.querySelectorAll('vaadin-grid').forEach((grid) => grid.recalculateColumnWidths());
}
