/* Ten characters, shown five and five while they are typed. What a scanner types ("CLN1:…") stays as it came. */
(() => {
  if (window.clnCode) {
    return;
  }
  window.clnCode = true;

  const inFives = (text) => {
    const characters = text.toUpperCase().replace(/[\s-]/g, "");
    return characters.length > 5 && characters.length <= 10
      ? `${characters.slice(0, 5)}-${characters.slice(5)}`
      : text.toUpperCase();
  };

  document.addEventListener("input", (event) => {
    const field = event.target;
    const added = event.inputType?.startsWith("insert") && field.selectionStart === field.value.length;
    if (!added || !field.matches?.("[data-code] input") || !/^[0-9a-z\s-]{1,12}$/i.test(field.value) || /^cln/i.test(field.value)) {
      return;
    }
    const shown = inFives(field.value);
    if (shown !== field.value) {
      field.value = shown;
    }
  }, true);
})();
