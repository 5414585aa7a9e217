// Draws a chat. A message that has not changed keeps its place in the page, so that focus and reading do too.

const texts = document.body.dataset;
const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span",
};

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function link(address, words) {
  const made = element("a", "", words);
  made.href = address;
  made.rel = "noopener noreferrer";
  made.target = "_blank";
  return made;
}

// Words as they are, but what looks like an address is a link, as in a chat.
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>\u2066-\u2069]*[^\s<>\u2066-\u2069.,:;!?)])/).map((part, i) => (i % 2 ? link(part, part) : part));
}

// Entities are counted in UTF-16 units, as strings are here. They lie inside one another or apart, never across.
function words(text, entities, from = 0, to = text.length) {
  const made = document.createDocumentFragment();
  let at = from;
  entities.forEach((entity, i) => {
    if (entity.offset < at || entity.offset + entity.length > to) return;
    const end = entity.offset + entity.length;
    made.append(...linked(text.slice(at, entity.offset)));
    const inner = words(text, entities.slice(i + 1), entity.offset, end);
    const safe = entity.type === "text_link" && /^https?:/.test(entity.url);
    const around = safe ? link(entity.url) : element(TAGS[entity.type] || "span");
    around.append(inner);
    made.append(around);
    at = end;
  });
  made.append(...linked(text.slice(at, to)));
  return made;
}

function thing(message) {
  const it = message.thing;
  if (it.kind === "photo") {
    const image = element("img", "photo");
    image.src = `/sandbox/file/${it.file}`;
    image.alt = message.text || texts.photo;
    return image;
  }
  if (it.kind === "voice") {
    const sound = element("audio");
    sound.controls = true;
    sound.preload = "none";
    sound.src = `/sandbox/file/${it.file}`;
    sound.setAttribute("aria-label", texts.voice);
    return sound;
  }
  if (it.kind === "document") return link(`/sandbox/file/${it.file}`, texts.document.replace("%s", it.name));
  if (it.kind === "location") {
    return element("span", "place", texts.location.replace("%s", it.latitude).replace("%t", it.longitude));
  }
  return element("span", "", it.name);
}

function button(message, cell, row, column) {
  const leads = /^https?:/.test(cell.url);
  const made = leads ? link(cell.url, cell.text) : element("button", "", cell.text);
  if (!leads) made.type = "button";
  made.classList.add("key");
  if (cell.style) made.classList.add(cell.style);
  made.dir = "auto";
  Object.assign(made.dataset, { message: message.id, row, column });
  return made;
}

const service = (message) => message.thing?.kind === "other" && texts[message.thing.name];

function fill(node, message, inGroup) {
  if (service(message)) {
    node.className = "service";
    node.textContent = service(message);
    return;
  }
  node.className = message.mine ? "bot" : "person";
  const bubble = element("div", "bubble");
  const sender = inGroup ? texts.person.replace("%s", message.sender) : texts.you;
  const who = message.mine ? texts.bot : sender;
  bubble.append(element("span", inGroup ? "sender" : "hidden", `${who}: `));
  if (message.reply) {
    const quoted = element("span", "quoted", message.reply);
    quoted.dir = "auto";
    bubble.append(quoted);
  }
  if (message.thing) bubble.append(thing(message));
  if (message.text) {
    const said = element("span", "said");
    said.dir = "auto";
    said.append(words(message.text, message.entities));
    bubble.append(said);
  }
  if (message.only) bubble.append(element("span", "mark", texts.only));
  if (message.edited && !message.mine) bubble.append(element("span", "mark", texts.edited));
  if (message.mine) {
    const reply = element("button", "reply", texts.reply);
    reply.type = "button";
    reply.dataset.reply = message.id;
    bubble.append(reply);
  }
  if (message.reaction) {
    const reaction = element("span", "reaction", message.reaction);
    reaction.setAttribute("role", "img");
    reaction.setAttribute("aria-label", texts.reacted.replace("%s", message.reaction));
    bubble.append(reaction);
  }
  node.replaceChildren(bubble);
  message.rows.forEach((row, r) => {
    const keys = element("div", "keys");
    row.forEach((cell, c) => keys.append(button(message, cell, r, c)));
    node.append(keys);
  });
}

// The key that has focus, so that it has it again when its message is drawn anew.
function focused(list) {
  const key = list.contains(document.activeElement) ? document.activeElement : null;
  return key && key.dataset.message ? { ...key.dataset } : null;
}

function focusAgain(list, before) {
  if (!before || list.contains(document.activeElement)) return;
  const same = `[data-message="${before.message}"][data-row="${before.row}"][data-column="${before.column}"]`;
  const keys = list.querySelectorAll(".key");
  const next = list.querySelector(same) || keys[0] && list.lastElementChild.querySelector(".key");
  (next || document.getElementById("text")).focus({ preventScroll: true });
}

export function draw(list, chat, viewer) {
  const before = focused(list);
  const inGroup = chat.id < 0;
  const shown = chat.messages.filter((message) => !message.only || message.only === viewer);
  const known = new Map([...list.children].map((node) => [node.dataset.id, node]));
  shown.forEach((message, place) => {
    const now = JSON.stringify(message);
    const node = known.get(String(message.id)) || element("li");
    known.delete(String(message.id));
    if (node.dataset.now !== now) {
      node.dataset.id = message.id;
      node.dataset.now = now;
      fill(node, message, inGroup);
    }
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] || null);
  });
  known.forEach((node) => node.remove());
  focusAgain(list, before);
  return shown.length;
}
