/* The report's places over the organisation's own map. The list under it says the same. */
(function () {
  "use strict";
  var place = document.getElementById("cells"), L = window.L;
  if (!place || !L) { return; }
  var found = JSON.parse(place.dataset.cells), most = 1;
  found.features.forEach(function (one) { most = Math.max(most, one.properties.n); });

  place.classList.add("drawn");
  var map = L.map(place, { zoomSnap: 0 });
  map.attributionControl.setPrefix(false);
  L.tileLayer(place.dataset.tiles, { attribution: place.dataset.by, maxZoom: 19 }).addTo(map);
  var cells = L.geoJSON(found, {
    style: function (one) {
      return {
        color: one.properties.hot ? "#b3541e" : "#1f5a8c", weight: one.properties.hot ? 3 : 1,
        fillColor: "#1f5a8c", fillOpacity: 0.2 + 0.5 * one.properties.n / most
      };
    },
    pointToLayer: function (one, where) { return L.circleMarker(where, { radius: 12 }); },
    onEachFeature: function (one, layer) { layer.bindTooltip(told(one.properties)); }
  }).addTo(map);
  map.fitBounds(cells.getBounds().pad(0.2));

  function told(said) {
    var words = document.createElement("span");
    words.textContent = said.label + ": " + said.n + (said.at_least ? "+" : "");
    return words;
  }
}());
