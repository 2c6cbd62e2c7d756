/* The screen in the hall turns by itself. Each matter stands for as many pages as its text needs; between two rounds
   nothing is loaded anew, only what has changed is taken over. Without network it goes on with what it has. */

const REFRESH_SECONDS = 60;
const body = document.body;
const seconds = Number(body.dataset.seconds);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const part = (name) => document.querySelector(`[data-${name}]`);

let slides = [...document.querySelectorAll(".slide")];
let at = 0;
let page = 0;
let pending = null;
let turnAt = 0;

/* --- Pages of a text: columns as wide as its frame, of which one is looked at ------------------------------------- */

function pagesOf(slide) {
  const text = slide.querySelector("[data-text]");
  if (!text) return 1;
  return Math.max(1, Math.round(text.scrollWidth / stepOf(text)));
}

function stepOf(text) {
  return text.clientWidth + parseFloat(getComputedStyle(text).columnGap);
}

/* What needs several pages gives its head less room and its text more. */
function settle(slide) {
  slide.removeAttribute("data-long");
  slide.toggleAttribute("data-long", pagesOf(slide) > 1);
}

function show() {
  slides.forEach((slide, place) => { slide.hidden = place !== at; });
  const slide = slides[at];
  if (page === 0) settle(slide);
  const text = slide.querySelector("[data-text]");
  if (text) text.scrollLeft = page * stepOf(text);
  const pages = pagesOf(slide);
  part("place").textContent = slides.length > 1 || pages > 1
    ? `第${at + 1}件，共${slides.length}件${pages > 1 ? `　本件第${page + 1}页，共${pages}页` : ""}` : "";
  if (!calm.matches) slide.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 600 });
  turnAt = performance.now() + seconds * 1000;
}

function turn() {
  if (page + 1 < pagesOf(slides[at])) {
    page += 1;
  } else {
    page = 0;
    takeOver();
    at = (at + 1) % slides.length;
  }
  show();
}

/* --- What has changed meanwhile ------------------------------------------------------------------------------------ */

/* The place in the round is kept: after the slide that stands there comes the one that follows it in the new list. */
function takeOver() {
  if (!pending) return;
  const key = slides[at].dataset.key;
  slides = pending;
  pending = null;
  part("slides").replaceChildren(...slides);
  at = slides.findIndex((slide) => slide.dataset.key === key);
}

async function refresh() {
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = [...fresh.querySelectorAll(".slide")];
    if (!found.length) throw new Error("no slides");
    pending = changed(found) ? found.map((slide) => document.adoptNode(slide)) : null;
    part("away").hidden = true;
    body.dataset.fresh = clockText(new Date());
  } catch {
    part("away").textContent = `网络不通，显示的是${body.dataset.fresh}的内容`;
    part("away").hidden = false;
  }
}

function changed(found) {
  const said = (list) => list.map((slide) => `${slide.dataset.key}${slide.textContent}`).join();
  return said(found) !== said(slides);
}

/* --- Clock --------------------------------------------------------------------------------------------------------- */

// A box under a screen is often left at the time of its maker: the school's own is what counts.
function clockText(now) {
  const { zone: timeZone } = part("clock").dataset;
  return now.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone });
}

function tick() {
  const now = new Date();
  const { zone: timeZone } = part("clock").dataset;
  const day = now.toLocaleDateString("zh-CN", { month: "long", day: "numeric", weekday: "long", timeZone });
  part("clock").textContent = `${day} ${clockText(now)}`;
  const left = turnAt - performance.now();
  part("progress").value = 1 - Math.max(0, left) / (seconds * 1000);
  if (left <= 0) turn();
}

/* A screen that nobody touches mustn't go dark; where the browser can't keep it awake, its own settings must. */
function stayAwake() {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
}

document.fonts.ready.then(() => {
  body.dataset.fresh = clockText(new Date());
  show();
  tick();
  setInterval(tick, 250);
  setInterval(refresh, REFRESH_SECONDS * 1000);
  addEventListener("resize", () => { page = 0; show(); });
  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
});
