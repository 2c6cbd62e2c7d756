/* The approver's pages: words that are selected can be commented on, and ticked texts are counted. Both pages work
   without this file: every passage has its link, and the server says what is missing. */

/* --- Selected words ----------------------------------------------------------------------------------------- */

const GRACE = 400; // Milliseconds: a touch on the bar takes the selection away before it arrives as a click.
const LONGEST = 300;

const bar = document.querySelector("[data-selection]");
let hiding;

/* The words of a selection as far as they stand in the passage where it begins. */
function selectedIn(passage, range) {
  const text = passage.querySelector(".passage-text");
  const within = range.cloneRange();
  if (!text.contains(within.endContainer)) within.setEndAfter(text.lastChild);
  if (!text.contains(within.startContainer)) return "";
  return within.toString().replace(/\s+/g, " ").trim().slice(0, LONGEST);
}

function offerComment() {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const start = range?.startContainer;
  const passage = (start instanceof Element ? start : start?.parentElement)?.closest("[data-passage]");
  const words = passage ? selectedIn(passage, range) : "";
  clearTimeout(hiding);
  if (!words) {
    hiding = setTimeout(() => { bar.hidden = true; }, GRACE);
    return;
  }
  bar.querySelector("[data-selected]").textContent = words;
  bar.querySelector("[data-comment]").href = `${passage.dataset.passage}?quote=${encodeURIComponent(words)}`;
  bar.hidden = false;
}

if (bar) document.addEventListener("selectionchange", offerComment);

/* --- Ticked texts ------------------------------------------------------------------------------------------- */

const together = document.querySelector("[data-together]");

function countTicked() {
  const ticked = document.querySelectorAll("[name=pick]:checked").length;
  together.disabled = ticked === 0;
  together.querySelector("span").textContent = ticked ? `一并审批${ticked}项` : "一并审批";
}

if (together) {
  document.addEventListener("change", (event) => { if (event.target.matches("[name=pick]")) countTicked(); });
  addEventListener("pageshow", countTicked);
  countTicked();
}
