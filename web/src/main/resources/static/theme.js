// Before anything is drawn: the reader's own choice of theme, if there is one.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch { /* no storage, no choice */ }
