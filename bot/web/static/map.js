/* A map to move about in, where the picture alone can only be tapped. Sets the same two hidden fields. */
(function () {
  "use strict";
  var place = document.getElementById("map"), form = document.getElementById("svar"), L = window.L;
  if (!place || !L) { return; }
  var lat = form.elements.lat, lon = form.elements.lon, about = document.getElementById("map-about"), pin = null;
  var edges = place.dataset.bounds.split(",").map(Number), bounds = [[edges[0], edges[1]], [edges[2], edges[3]]];

  var picture = place.querySelector(".spot input");
  place.classList.add("drawn");
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", place.dataset.name);
  if (picture) { place.style.height = place.clientWidth * picture.getAttribute("height") / picture.getAttribute("width") + "px"; }
  var map = L.map(place, { attributionControl: Boolean(place.dataset.tiles), zoomControl: false, zoomSnap: 0, maxBoundsViscosity: 1 });
  L.control.zoom({ zoomInTitle: place.dataset.closer, zoomOutTitle: place.dataset.farther }).addTo(map);
  if (place.dataset.tiles) { L.tileLayer(place.dataset.tiles, { attribution: place.dataset.by, maxZoom: 19 }).addTo(map); }
  if (place.dataset.picture) { L.imageOverlay(place.dataset.picture, bounds).addTo(map); }
  map.fitBounds(bounds).setMaxBounds(L.latLngBounds(bounds).pad(0.2));
  map.setMinZoom(map.getZoom() - 0.5);
  if (lat.value && lon.value) { point(L.latLng(lat.value, lon.value)); }
  map.on("click", function (event) {
    point(event.latlng);
    lat.value = event.latlng.lat.toFixed(6);
    lon.value = event.latlng.lng.toFixed(6);
    choices().forEach(function (choice) { choice.checked = false; });
    about.textContent = place.dataset.pointed;
  });
  choices().forEach(function (choice) {
    choice.addEventListener("change", function () {
      lat.value = lon.value = "";
      if (pin) { pin.remove(); pin = null; }
    });
  });

  function choices() { return Array.prototype.slice.call(form.querySelectorAll("input[type=radio]")); }

  function point(where) {
    if (pin) { pin.setLatLng(where); return; }
    pin = L.circleMarker(where, { radius: 9, color: "#fff", weight: 3, fillColor: "#c2255c", fillOpacity: 1 }).addTo(map);
  }
}());
