// The page: which chat is open, what is done in it, and news as they come.

import { draw } from "./drawing.js";

const find = (id) => document.getElementById(id);
const texts = document.body.dataset;
const group = Number(texts.group);
const tabs = [...document.querySelectorAll("nav button")];
const seen = {}; // chat -> the bot's newest message that has been looked at
const toasts = {}; // chat -> how many toasts have been shown
let open = 0;
let version = -1;
let asking = null;
let replyTo = null;
let username = "";
let hiding = 0;
let following = true; // the newest message is in sight, and stays so

const inGroup = () => open === group;
const person = () => (inGroup() ? Number(find("speaker").value) : open);

function tell(words) {
  find("toast").textContent = words;
  clearTimeout(hiding);
  hiding = setTimeout(() => { find("toast").textContent = ""; }, 6000);
}

async function post(path, options) {
  try {
    const answer = await fetch(path, { method: "POST", ...options });
    if (!answer.ok) tell(texts.refused);
    return answer.ok;
  } catch {
    tell(texts.lost);
    return false;
  }
}

function act(name, more = {}) {
  const body = JSON.stringify({ act: name, person: person(), chat: open, ...more });
  return post("/sandbox/do", { headers: { "Content-Type": "application/json" }, body });
}

function followEnd() {
  if (following) find("log").scrollTop = find("log").scrollHeight;
}

function show(chat) {
  const log = find("log");
  following = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const count = draw(find("messages"), chat, person());
  find("empty").hidden = count > 0 || inGroup();
  find("description").textContent = chat.description;
  followEnd();
  showPhone(chat);
  showToasts(chat);
}

function showPhone(chat) {
  const away = inGroup() ? texts.away : texts.blocked;
  find("note").textContent = away;
  find("note").hidden = !chat.blocked;
  for (const node of document.querySelectorAll(".private")) node.hidden = inGroup();
  for (const node of document.querySelectorAll(".shared")) node.hidden = !inGroup();
  find("as").hidden = !inGroup();
  for (const node of document.querySelectorAll("[data-act=block], [data-act=remove_bot]")) node.hidden = chat.blocked;
  for (const node of document.querySelectorAll("[data-act=unblock], [data-act=add_bot]")) node.hidden = !chat.blocked;
  find("language").value = chat.language;
  showCommands(chat.commands);
}

function showCommands(commands) {
  const list = find("menu").querySelector("ul");
  const now = JSON.stringify(commands);
  find("menu").hidden = commands.length === 0;
  if (list.dataset.now === now) return;
  list.dataset.now = now;
  list.replaceChildren(...commands.map((each) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `/${each.command}`;
    button.dataset.say = `/${each.command}`;
    const about = document.createElement("span");
    about.textContent = each.description;
    about.dir = "auto";
    item.append(button, about);
    return item;
  }));
}

function showToasts(chat) {
  const before = toasts[chat.id] ?? 0;
  toasts[chat.id] = chat.toasts.length;
  if (chat.toasts.length > before) tell(chat.toasts.at(-1));
}

function showNews(told) {
  for (const tab of tabs) {
    const chat = Number(tab.dataset.chat);
    if (chat === open) seen[chat] = told[chat];
    tab.querySelector(".news").hidden = told[chat] <= (seen[chat] ?? 0);
  }
}

// Asks for news for ever: the answer waits until there are some. Opening another chat asks at once.
async function listen() {
  for (;;) {
    const chat = open;
    asking = new AbortController();
    try {
      const answer = await fetch(`/sandbox/news?chat=${chat}&version=${version}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const news = await answer.json();
      if (chat !== open) continue;
      ({ version, bot: username } = news);
      show(news.chat);
      showNews(news.told);
    } catch (error) {
      if (error.name === "AbortError") continue;
      tell(texts.lost);
      await new Promise((go) => { setTimeout(go, 2000); });
    }
  }
}

function openChat(chat) {
  open = chat;
  version = -1;
  reply(null);
  for (const tab of tabs) {
    const here = Number(tab.dataset.chat) === chat;
    tab.toggleAttribute("aria-current", here);
    if (here) {
      tab.setAttribute("aria-current", "true");
      find("name").textContent = tab.querySelector(".who").textContent;
    }
  }
  find("messages").replaceChildren();
  following = true;
  find("toast").textContent = "";
  asking?.abort();
}

function reply(message) {
  replyTo = message;
  find("replying").hidden = message === null;
  if (message === null) return;
  const said = find("messages").querySelector(`[data-id="${message}"] .said`);
  find("replying").querySelector("span").textContent = (said?.textContent ?? "").slice(0, 80);
  find("text").focus();
}

async function send(event) {
  event?.preventDefault();
  const text = find("text").value;
  if (!text.trim()) return;
  find("text").value = "";
  grow();
  const done = await act("say", { text, reply: replyTo });
  if (done) reply(null);
  else find("text").value = text;
}

function grow() {
  const area = find("text");
  area.rows = Math.min(5, area.value.split("\n").length);
}

// A link to the bot itself is what it is in Telegram: it opens the private chat and presses Start.
function ownLink(address) {
  const url = new URL(address);
  if (url.hostname !== "t.me" || url.pathname !== `/${username}`) return null;
  return url.searchParams.get("start") ?? "";
}

function followOwn(event, code) {
  event.preventDefault();
  const speaker = person();
  openChat(speaker);
  act("start", { code });
}

function pressed(event) {
  const key = event.target.closest(".key, [data-reply], a");
  if (!key) return;
  if (key.dataset.reply) {
    reply(Number(key.dataset.reply));
  } else if (key.href) {
    const code = ownLink(key.href);
    if (code !== null) followOwn(event, code);
  } else {
    const { message, row, column } = key.dataset;
    act("press", { message, row, column, label: key.textContent });
  }
}

async function sendFile() {
  const field = find("file");
  if (!field.files.length) return;
  const body = new FormData();
  body.append("person", person());
  body.append("chat", open);
  body.append("file", field.files[0]);
  await post("/sandbox/file", { body });
  field.value = "";
}

const decimal = (id) => find(id).value.trim().replace(",", ".");

for (const tab of tabs) tab.addEventListener("click", () => openChat(Number(tab.dataset.chat)));
find("messages").addEventListener("click", pressed);
find("messages").addEventListener("load", followEnd, true); // a picture has got its height
find("compose").addEventListener("submit", send);
find("text").addEventListener("input", grow);
find("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
});
find("cancel").addEventListener("click", () => reply(null));
find("file").addEventListener("change", sendFile);
find("speaker").addEventListener("change", () => openChat(open));
find("begin").addEventListener("click", () => act("start", { code: find("code").value }));
find("start").addEventListener("submit", (event) => {
  event.preventDefault();
  if (inGroup()) act("say", { text: `/start ${find("code").value}` });
  else act("start", { code: find("code").value });
});
find("place").addEventListener("submit", (event) => {
  event.preventDefault();
  act("location", { lat: decimal("lat"), lon: decimal("lon") });
});
find("language").addEventListener("change", () => act("language", { language: find("language").value }));
find("phone").addEventListener("click", (event) => {
  const button = event.target.closest("[data-act], [data-say]");
  if (button?.dataset.act) act(button.dataset.act);
  else if (button) act("say", { text: button.dataset.say });
});
find("phone").open = matchMedia("(min-width: 56rem)").matches;

openChat(Number(tabs[0].dataset.chat));
listen();
