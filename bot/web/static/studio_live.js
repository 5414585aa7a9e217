/* The studio works without this file. With it texts are copied by a button, numbers change in place, and a file can be dropped. */
"use strict";

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); /* no clipboard outside https: the old way still works there */
    }
    document.getElementById("copied").textContent = button.dataset.said;
    button.textContent = button.dataset.said;
  });
}

const anew = document.querySelector("[data-anew]");
if (anew) {
  const reading = setInterval(async () => {
    if (document.hidden || anew.contains(document.activeElement)) return; /* never move what somebody reads by keyboard */
    try {
      const answer = await fetch(anew.dataset.from, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.getElementById(anew.id);
      if (!fresh) return;
      if (!fresh.dataset.from) clearInterval(reading); /* nothing more will change */
      anew.replaceChildren(...fresh.childNodes);
    } catch {
      /* the network is away: the next reading tells */
    }
  }, 1000 * Number(anew.dataset.anew));
}

const waiting = document.querySelector("[data-again]");
if (waiting) setTimeout(() => location.replace(waiting.dataset.again), 1000);

const drop = document.querySelector(".drop");
if (drop) {
  const field = drop.querySelector("input[type=file]");
  const over = (is) => (event) => {
    event.preventDefault();
    drop.classList.toggle("over", is);
  };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}
