/* A page that tells a time is read anew when that time is up. Without JavaScript the page's own refresh does it. */
(function () {
  "use strict";
  var line = document.querySelector("[data-again]");
  if (!line) { return; }
  window.setTimeout(function () { window.location.replace(line.dataset.address); }, 1000 * Number(line.dataset.again));
})();
