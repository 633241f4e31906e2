/* What a key drawn on the screen does to a field, in the browser and without a round trip. Shared by the pad and the keyboard. */
window.ClnFrappe ??= (() => {
  const WRITABLE = ['text', 'tel', 'email', 'search', 'url', 'password'];
  const written = new Set();

  /* A value written by a script raises no "change": without it the server would never learn of it. */
  function commit(input) {
    if (written.delete(input)) {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  document.addEventListener('focusout', (event) => commit(event.composedPath()[0]), true);

  /** Whether somebody may write there. */
  function takes(node) {
    const field = node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && WRITABLE.includes(node.type));
    return field && !node.readOnly && !node.disabled;
  }

  function signal(input, inputType, data) {
    written.add(input);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }));
    // Somebody whose screen reader stands on the key is not in the field, and will not leave it.
    if (ClnEcran.active() !== input) {
      commit(input);
    }
  }

  /** Writes at the caret, as much as the field has room for. False: it does not take that. */
  function write(input, text) {
    const pattern = input.parentElement?.allowedCharPattern;
    const room = input.maxLength < 0 ? Infinity : input.maxLength - input.value.length + input.selectionEnd - input.selectionStart;
    if (room < text.length || (pattern && !new RegExp(`^(?:${pattern})*$`).test(text))) {
      return false;
    }
    input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
    signal(input, 'insertText', text);
    return true;
  }

  /** Rubs out the selection, or the character before the caret. */
  function rubOut(input) {
    const end = input.selectionEnd;
    const last = [...input.value.slice(0, end)].at(-1) ?? '';
    const start = input.selectionStart === end ? end - last.length : input.selectionStart;
    input.setRangeText('', start, end, 'end');
    signal(input, 'deleteContentBackward', null);
  }

  return { takes, write, rubOut, commit };
})();
