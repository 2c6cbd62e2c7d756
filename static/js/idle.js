/* A sign-in ends half an hour after its last sign of life. Writing is one; before the end the page asks, and at the
   end it hides what is on it and lets the same person in again, with everything typed still there.
   Without this file nothing is lost either: the server carries what was sent past the sign-in page. */

const dialog = document.getElementById("idle");
const LIFE = Number(dialog.dataset.life) * 1000;
/* The server notes signs of life by the minute: asked three minutes before the end, there are two at least. */
const WARNED_BEFORE = 180_000;
const TOLD_EVERY = 300_000;
const SAY_UNREACHABLE = "没有连上服务器，请检查网络后重试。";
const SAY_REFUSED = "没有登录成功，请稍后重试。";

/* Whose page this is, and who is inside in this browser: a page that somebody else left, in another tab or behind the
   back button, is not to be read or sent any more. What comes from the history says nothing of who is inside now. */
const OWNER = "office-owner";
const owner = document.getElementById("idle-login").value;
const [arrival] = performance.getEntriesByType("navigation");
if (arrival?.type !== "back_forward") localStorage.setItem(OWNER, owner);
const isOwn = () => localStorage.getItem(OWNER) === owner;

/* The last sign of life, shared by all pages of this browser. */
const SEEN = "office-seen";
const note = () => localStorage.setItem(SEEN, Date.now());
const left = () => Number(localStorage.getItem(SEEN)) + LIFE - Date.now();
note();
document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) note(); });

async function stay() {
  const answer = await fetch(dialog.dataset.stay, { redirect: "manual" });
  if (answer.ok) note();
  return answer.ok;
}

/* What somebody types in any form of the page is worth keeping. */
let hasText = false;
document.addEventListener("input", (event) => {
  if (dialog.contains(event.target) || event.target.form?.method !== "post") return;
  hasText = true;
  if (LIFE - left() > TOLD_EVERY) stay().catch(() => {});
});

function warn() {
  dialog.querySelector("output").textContent = `${Math.max(1, Math.ceil(left() / 60_000) - 1)}分钟`;
  if (!dialog.open) dialog.showModal();
}

function end() {
  if (!hasText) {
    location.replace(location.pathname + location.search);
  } else if (!dialog.classList.contains("has-ended")) {
    dialog.classList.add("has-ended");
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("[type=password]").focus();
  }
}

function look() {
  if (!isOwn()) location.replace("/");
  else if (dialog.classList.contains("has-ended")) return;
  else if (left() <= 0) end();
  else if (left() <= WARNED_BEFORE) warn();
  else dialog.close();
}
setInterval(look, 10_000);
document.addEventListener("visibilitychange", look);

async function goOn() {
  try {
    if (await stay()) dialog.close();
    else end();
  } catch {
    dialog.querySelector("output").textContent = SAY_UNREACHABLE;
  }
}
dialog.querySelector(".idle-warning button").addEventListener("click", goOn);
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  if (!dialog.classList.contains("has-ended")) goOn();
});

/* In again, by the sign-in page's own form: it answers a script with what it would say, or where it would lead. */
const form = dialog.querySelector("form");
async function signIn() {
  const answer = await fetch(form.action, {
    method: "POST", body: new FormData(form), headers: { "X-Requested-With": "XMLHttpRequest" },
  });
  const told = await answer.json();
  if (answer.ok && told.location !== new URL(form.action).pathname) return "";
  return told.form?.errors.join("") || SAY_REFUSED;
}
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const error = await signIn().catch(() => SAY_REFUSED);
  form.querySelector(".idle-error").textContent = error;
  form.reset();
  if (error) return;
  note();
  localStorage.setItem(OWNER, owner);
  dialog.classList.remove("has-ended");
  dialog.close();
});

look();

/* Signing in again, here or in another page, changes the token that every form must show. Signing out leaves nobody. */
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") === dialog.dataset.leave) localStorage.removeItem(OWNER);
  const field = event.target.elements.csrfmiddlewaretoken;
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (field && token && isOwn()) field.value = token;
}, true);
