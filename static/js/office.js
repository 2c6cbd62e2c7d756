/* What pages do beyond plain HTML. Each of them works without this file. */

const SAY_UNREACHABLE = "没有连上服务器，请检查网络后重试。";
const SAY_FAILED = "这一步没有完成，请刷新页面后重试。";

function say(text) {
  const message = document.createElement("p");
  message.className = "message is-error";
  message.textContent = text;
  document.getElementById("messages")?.replaceChildren(message);
}

/* Filters: an address names only what was chosen. */
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("[data-filters]")) return;
  const { parameters } = event.detail;
  for (const name of Object.keys(parameters)) {
    if (parameters[name] === "") delete parameters[name];
  }
});

/* Led elsewhere, as by a sign-in that ran out: open that page whole, not a part of it. */
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const asked = new URL(requestConfig.path, location.href);
  if (xhr.responseURL && new URL(xhr.responseURL).pathname !== asked.pathname) {
    event.preventDefault();
    location.assign(asked);
  }
});
document.addEventListener("htmx:sendError", () => say(SAY_UNREACHABLE));
document.addEventListener("htmx:responseError", () => say(SAY_FAILED));

/* Forms: a second press is spared (the server would refuse it too), and unsaved text isn't lost by a slip. */
const leaving = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  leaving.add(form);
  if (!form.matches("[data-once]")) return;
  setTimeout(() => form.querySelectorAll("[type=submit]").forEach((button) => { button.disabled = true; }));
});
addEventListener("pageshow", () => {
  document.querySelectorAll("[data-once] [type=submit]").forEach((button) => { button.disabled = false; });
});

const changed = new WeakSet();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) changed.add(form);
});
document.addEventListener("office:kept", (event) => { changed.delete(event.target); });
addEventListener("beforeunload", (event) => {
  const unsaved = [...document.querySelectorAll("form[data-guard]")].some((form) => changed.has(form) && !leaving.has(form));
  if (unsaved) event.preventDefault();
});

document.querySelector("[data-focus]")?.focus();

/* Areas of the navigation stay as one left them, but the one of this page is open. */
const AREAS = "areas";
const areasLeft = JSON.parse(localStorage.getItem(AREAS) ?? "{}");
document.querySelectorAll("details[data-area]").forEach((area) => {
  if (!("current" in area.dataset)) area.open = areasLeft[area.dataset.area] ?? area.open;
  area.querySelector("summary").addEventListener("click", () => {
    areasLeft[area.dataset.area] = !area.open;
    localStorage.setItem(AREAS, JSON.stringify(areasLeft));
  });
});

/* Menus close by Escape and by a press elsewhere. */
function closeMenus(except) {
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    if (menu !== except) menu.open = false;
  });
}
document.addEventListener("click", (event) => closeMenus(event.target.closest("details[data-menu]")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus();
});

/* What grows smaller under a pressed pointer takes the button away from under it, and the press is lost: it waits for the release. */
let pressed = false;
const waiting = [];
addEventListener("pointerdown", () => { pressed = true; }, true);
["pointerup", "pointercancel"].forEach((name) => addEventListener(name, () => {
  pressed = false;
  waiting.splice(0).forEach((act) => setTimeout(act));
}, true));
function whenReleased(act) {
  if (pressed) waiting.push(act);
  else setTimeout(act);
}

/* Long selects (data-search): a finder over them narrows the choices by their text and by `data-keys`, such as pinyin. */
function addFinder(select) {
  const all = [...select.options];
  const label = select.labels[0]?.textContent.replace("*", "").trim() ?? "";
  const finder = document.createElement("input");
  finder.className = "form-control finder";
  finder.placeholder = select.dataset.search;
  finder.autocomplete = "off";
  finder.setAttribute("aria-label", `查找${label}`);
  select.before(finder);

  let before = select.value;
  const offer = (options, size, chosen) => {
    select.replaceChildren(...options);
    select.size = size;
    select.value = chosen;
  };
  const settle = () => {
    if (finder.value === "" && select.size < 2) return;
    finder.value = "";
    before = select.value || before;
    offer(all, 0, before);
  };
  select.addEventListener("change", () => { before = select.value; });
  const matches = () => {
    const wanted = finder.value.trim().toLowerCase();
    return all.filter((option) => option.value && `${option.text} ${option.dataset.keys ?? ""}`.toLowerCase().includes(wanted));
  };

  finder.addEventListener("input", () => {
    const found = matches();
    const nothing = new Option("没有找到", "");
    nothing.disabled = true;
    offer(found.length ? found : [nothing], Math.min(Math.max(found.length, 2), 7), found[0]?.value);
  });
  finder.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && finder.value) select.focus();
    else if (event.key === "Enter" && finder.value) settle();
    else return;
    event.preventDefault();
  });
  select.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && select.size > 1) {
      event.preventDefault();
      settle();
    }
  });
  select.addEventListener("click", () => { if (select.size > 1) settle(); });
  const leave = () => whenReleased(() => { if (![finder, select].includes(document.activeElement)) settle(); });
  select.addEventListener("blur", leave);
  finder.addEventListener("blur", leave);
}
document.querySelectorAll("select[data-search]").forEach(addFinder);

/* Lists: rows ticked for the bar over them. The list may be exchanged for another, so the document listens. */
function countPicked() {
  const bulk = document.querySelector("[data-bulk]");
  if (!bulk) return;
  const boxes = [...document.querySelectorAll(".rows [name=chosen]")];
  const ticked = boxes.filter((box) => box.checked).length;
  const all = bulk.querySelector("[data-bulk-all]")?.checked ?? false;
  const page = document.querySelector("[data-pick-page]");
  page.hidden = false;
  page.checked = ticked > 0 && ticked === boxes.length;
  page.indeterminate = ticked > 0 && ticked < boxes.length;
  bulk.querySelector("[data-bulk-some] strong").textContent = ticked;
  bulk.querySelector("[data-bulk-none]").hidden = ticked > 0 || all;
  bulk.querySelector("[data-bulk-some]").hidden = ticked === 0 || all;
  bulk.querySelectorAll("button").forEach((button) => { button.disabled = ticked === 0 && !all; });
}
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-pick-page]")) {
    document.querySelectorAll(".rows [name=chosen]").forEach((box) => { box.checked = event.target.checked; });
  }
  if (event.target.matches("[data-pick-page], [data-bulk-all], [name=chosen]")) countPicked();
});
document.addEventListener("htmx:afterSettle", countPicked);
addEventListener("pageshow", countPicked);
