// Loaded without waiting in the head. With a hash in its name, it is at hand whenever there is a saved theme.
try {
  const theme = localStorage.getItem('hindsight-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the system's preference applies.
}

// Before the page is drawn: a page with a question shows no list that the answer replaces.
document.documentElement.dataset.asked = new URLSearchParams(location.search).get('q') ? 'yes' : 'no';
