// Keeps the anchor. Without JavaScript, the page's refresh redirects too, but drops it.
location.replace(document.currentScript.dataset.to + location.hash);
