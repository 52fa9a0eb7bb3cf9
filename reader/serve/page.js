// The terminal takes the keys as soon as it is there, without a click.
new MutationObserver((_changes, observer) => {
  const line = document.querySelector(".xterm-helper-textarea");
  if (line) {
    observer.disconnect();
    line.focus();
  }
}).observe(document, { childList: true, subtree: true });
