// Follows the wall's stream and lays each frame over the one that stands there, so that what grows is seen to grow.
// Without it the page reads itself anew every five seconds and shows the same.
"use strict";
(() => {
  const wall = document.getElementById("wall");
  const lost = document.getElementById("lost");
  const parser = new DOMParser();
  const read = (html) => parser.parseFromString(html, "text/html");

  // Makes `old` like `fresh` and keeps every element that is still the same thing.
  function lay(old, fresh) {
    if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || key(old) !== key(fresh)) {
      old.replaceWith(fresh);
      return;
    }
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== fresh.data) {
        old.data = fresh.data;
        pop(old.parentElement);
      }
      return;
    }
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    const now = [...old.childNodes];
    const next = [...fresh.childNodes];
    next.forEach((child, place) => (place < now.length ? lay(now[place], child) : old.append(child)));
    now.slice(next.length).forEach((child) => child.remove());
  }

  const key = (node) => (node.dataset ? `${node.dataset.key ?? ""}${node.dataset.at ?? ""}` : "");

  function pop(element) {
    if (!element || !("pop" in element.dataset)) return;
    element.classList.remove("pop");
    void element.offsetWidth; // lets the animation begin anew
    element.classList.add("pop");
  }

  function show(html) {
    lay(wall.firstElementChild, read(html).body.firstElementChild);
    const { paused, hidden } = wall.firstElementChild.dataset;
    for (const button of document.querySelectorAll("[data-state]")) {
      button.setAttribute("aria-pressed", String({ paused, hidden }[button.dataset.state] === "1"));
    }
  }

  function follow() {
    const stream = new EventSource(wall.dataset.stream);
    stream.addEventListener("message", (event) => show(event.data));
    stream.addEventListener("open", () => tell(false));
    stream.addEventListener("error", () => {
      tell(true);
      // A browser tries again by itself, unless the server said no: then we do, not all at the same moment.
      if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 2000 + 3000 * Math.random());
    });
  }
  function tell(away) {
    lost.hidden = !away;
    document.body.classList.toggle("away", away);
  }

  follow();

  // The organiser's hand. A press is sent as the form would send it; the stream then brings what follows.
  const form = document.getElementById("steer");
  if (!form) return;
  const keys = document.getElementById("keys");
  const full = document.getElementById("full");
  keys.hidden = false;
  full.hidden = !document.documentElement.requestFullscreen;
  let pressing = Promise.resolve();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const act = event.submitter.value;
    pressing = pressing.then(() => press(act)).catch(() => tell(true));
  });
  async function press(act) {
    const body = new URLSearchParams(new FormData(form));
    body.set("act", act);
    const answer = await fetch(form.action, { method: "POST", body });
    const page = read(await answer.text());
    const fresh = page.getElementById("steer");
    if (!answer.ok || !fresh) {
      location.reload(); // the session has ended: the page says what to do
      return;
    }
    for (const button of fresh.querySelectorAll("[aria-pressed]")) {
      form.querySelector(`[value="${button.value}"]`).setAttribute("aria-pressed", button.getAttribute("aria-pressed"));
    }
    // The stream brings the same in a moment, and in order; only without it is the answer all there is.
    if (document.body.classList.contains("away")) show(page.getElementById("wall").innerHTML);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const letter = event.key.length === 1;
    if (letter && keys.getAttribute("aria-pressed") !== "true") return;
    const name = mirrored(letter ? event.key.toLowerCase() : event.key);
    const button = [...form.querySelectorAll("[data-keys]")].find((each) => each.dataset.keys.split(" ").includes(name));
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
  function mirrored(name) {
    const other = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };
    return document.documentElement.dir === "rtl" ? (other[name] ?? name) : name;
  }
  keys.addEventListener("click", () => {
    keys.setAttribute("aria-pressed", String(keys.getAttribute("aria-pressed") !== "true"));
  });
  full.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  });
})();
