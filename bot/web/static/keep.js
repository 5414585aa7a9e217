/* Improves the pages, and nothing waits for it. What somebody has typed stays in this browser until the server has it:
   when the network drops the page says so, and sends when it is back. Nothing is kept of anybody but the person the page
   is for, and nothing at all on a kiosk; there the page begins anew when nobody has touched it for a while. */
(function () {
  "use strict";
  var body = document.body, form = document.getElementById("svar"), line = document.getElementById("keep");
  var ours = "dalalab/" + body.dataset.code + "/", mine = ours + body.dataset.person + "/";
  var box = storage(), retry = 2000, longest = 15000;

  clear(function (name) { return !body.dataset.person || name.indexOf(mine) !== 0; });
  if (body.dataset.idle) { countDown(Number(body.dataset.idle)); }
  if (!form || !line || form.querySelector("input[type=file]")) { return; }
  var address = form.getAttribute("action"); /* form.action is our buttons, which have that name */
  var place = mine + form.dataset.place, pressed = null, waiting = null, sending = false;

  if (box && body.dataset.person) { restore(); form.addEventListener("input", remember); }
  if (window.fetch && window.FormData && !form.elements.token) { /* with no cookies the page itself is the answer */
    document.addEventListener("click", function (event) {
      var button = event.target.closest ? event.target.closest("button, input[type=image]") : null;
      if (button && button.form === form) { pressed = button; }
    });
    form.addEventListener("submit", function (event) {
      if (!pressed || pressed.type === "image") { return; }
      event.preventDefault();
      send();
    });
    window.addEventListener("online", function () { if (waiting) { send(); } });
  }

  function storage() {
    try {
      window.localStorage.setItem("dalalab", "");
      window.localStorage.removeItem("dalalab");
      return window.localStorage;
    } catch (refused) { return null; }
  }

  function clear(unwanted) {
    if (!box) { return; }
    Object.keys(box).forEach(function (name) {
      if (name.indexOf(ours) === 0 && unwanted(name)) { box.removeItem(name); }
    });
  }

  function fields() {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && (field.type === "text" || field.type === "textarea");
    });
  }

  function remember() {
    var typed = {};
    fields().forEach(function (field) { typed[field.name] = field.value; });
    try { box.setItem(place, JSON.stringify(typed)); } catch (full) { /* the page itself still has it */ }
  }

  function restore() {
    var typed = null, changed = false;
    try { typed = JSON.parse(box.getItem(place)); } catch (broken) { box.removeItem(place); }
    if (!typed) { return; }
    fields().forEach(function (field) {
      var kept = typed[field.name];
      if (typeof kept === "string" && kept.trim() && kept !== field.value) { field.value = kept; changed = true; }
    });
    if (changed) { line.textContent = line.dataset.kept; }
  }

  function send() {
    if (sending) { return; }
    var data = new FormData(form), slow;
    if (pressed) { data.append(pressed.name, pressed.value); }
    sending = true;
    window.clearTimeout(waiting);
    slow = window.setTimeout(function () { line.textContent = line.dataset.sending; }, 1500);
    window.fetch(address, { method: "POST", body: data, redirect: "manual", credentials: "same-origin" }).then(
      function (answer) {
        window.clearTimeout(slow);
        if (answer.type === "opaqueredirect") {
          if (box) { box.removeItem(place); }
          window.location.assign(address + "?vidare");
          return;
        }
        if (answer.status > 501 && answer.status < 505) { later(); return; } /* whoever stands before the server, or it starts anew */
        if (answer.status === 403) { again(""); return; } /* made for somebody else: the page says so, and nothing is sent for them */
        answer.text().then(again); /* something is wrong with it */
      },
      later
    );

    function later() {
      window.clearTimeout(slow);
      sending = false;
      line.textContent = line.dataset.waiting;
      waiting = window.setTimeout(send, retry);
      retry = Math.min(retry * 2, longest);
    }
  }

  /* What was refused is sent once more as the browser itself would, so that the page which says why is a page of its
     own in its history. It needs a new nonce; one that was used is taken for the same form sent twice. */
  function again(page) {
    var nonce = /name="nonce" value="([^"]+)"/.exec(page), hidden = document.createElement("input");
    if (nonce) { form.elements.nonce.value = nonce[1]; }
    hidden.type = "hidden";
    hidden.name = pressed.name;
    hidden.value = pressed.value;
    form.appendChild(hidden);
    form.submit();
  }

  function countDown(seconds) {
    var over, warn;
    function start() {
      window.clearTimeout(over);
      window.clearTimeout(warn);
      if (line && line.textContent === body.dataset.still) { line.textContent = ""; }
      warn = window.setTimeout(function () { if (line) { line.textContent = body.dataset.still; } }, (seconds - 20) * 1000);
      over = window.setTimeout(function () { window.location.assign("/" + body.dataset.code); }, seconds * 1000);
    }
    ["click", "keydown", "input", "touchstart", "scroll"].forEach(function (kind) {
      document.addEventListener(kind, start, { passive: true });
    });
    start();
  }
}());
