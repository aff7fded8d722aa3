// Without JavaScript the page leads on by itself, but forgets which anchor was asked for.
location.replace(document.currentScript.dataset.to + location.hash);
