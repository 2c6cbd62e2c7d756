/* The hall's screen says when it hears nothing any more: what it shows, the code to check in too, is then old. */

const lost = document.querySelector("[data-lost]");
const part = document.querySelector(".hall-part");

for (const event of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  part.addEventListener(event, () => { lost.hidden = false; });
}
part.addEventListener("htmx:afterOnLoad", () => { lost.hidden = true; });

/* A screen that nobody touches mustn't go dark; where the browser can't keep it awake, its own settings must. */
function stayAwake() {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
}

document.addEventListener("visibilitychange", stayAwake);
stayAwake();
