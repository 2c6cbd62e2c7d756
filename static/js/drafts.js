/* A draft is kept as it is typed. The first words make it, under the form's own key: sent twice, they make one. From
   then on the page is that of the draft. Without this file the button keeps it. */

const told = document.querySelector("[data-keep]");
const form = told.closest("form");

const PAUSE = 1200; // milliseconds without a key pressed
const TRY_AGAIN = 10_000;
const SAY_UNREACHABLE = "没有连上服务器，写的内容还在这一页。连上后会自动保存。";
const SAY_OUTSIDE = "登录已过期，还没有保存。登录后会自动保存。";

let timer = 0;
let isSending = false;
let hasChanged = false;
let hasStopped = false;

function say(sentence, isLost) {
  told.textContent = sentence;
  told.classList.toggle("is-lost", isLost);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

/* The page goes on as that of the draft: reloaded, or sent by its button, it finds what was kept. */
function goOnWith({ seen, keep: address, edit }) {
  told.dataset.keep = address;
  form.action = edit;
  if (location.pathname !== edit) history.replaceState(history.state, "", edit);
  let field = form.elements.seen;
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = "seen";
    form.append(field);
  }
  field.value = seen;
}

function send() {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;
  return fetch(told.dataset.keep, {
    method: "POST", body: new FormData(form), headers: { "X-CSRFToken": token }, redirect: "manual", keepalive: true,
  });
}

async function keep() {
  if (isSending || hasStopped || !hasChanged) return;
  isSending = true;
  hasChanged = false;
  try {
    const answer = await send();
    if (answer.type === "opaqueredirect" || answer.status === 403) throw new Error(SAY_OUTSIDE);
    if (answer.status >= 500) throw new Error(SAY_UNREACHABLE);
    const { said, ...where } = await answer.json();
    say(said, !answer.ok);
    hasStopped = answer.status === 409;
    if (answer.ok) {
      goOnWith(where);
      if (!hasChanged) form.dispatchEvent(new CustomEvent("office:kept", { bubbles: true }));
    }
  } catch (failure) {
    hasChanged = true;
    say(failure.message === SAY_OUTSIDE ? SAY_OUTSIDE : SAY_UNREACHABLE, true);
    later(TRY_AGAIN);
  }
  isSending = false;
  if (hasChanged) later(told.classList.contains("is-lost") ? TRY_AGAIN : PAUSE);
}

form.addEventListener("input", () => {
  hasChanged = true;
  later(PAUSE);
});
form.addEventListener("submit", () => { hasStopped = true; });
addEventListener("pageshow", (event) => { if (event.persisted) hasStopped = false; });

/* Put away on a phone, a page may never come back. */
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
