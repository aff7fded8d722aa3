// Loaded synchronously in the head, so that the chosen theme is set before the first paint.
try {
  const theme = localStorage.getItem('hindsight-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the system's preference applies.
}
