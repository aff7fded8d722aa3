// Loaded in the head and at once: the chosen theme has to be there before anything is drawn.
try {
  const chosen = localStorage.getItem('hindsight-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage can be forbidden; then the system's preference holds.
}
