/* Cards at the door: where the browser reads codes by itself, each card leads to its page, and from there back to the
   open camera.
   Elsewhere the phone's own scanner opens the address that the card carries. */

const scanner = document.querySelector("[data-scanner]");
const start = scanner.querySelector("[data-start]");
const view = scanner.querySelector("[data-view]");
const PAUSE = 200;

/* The key is the last part of the card's address, or the card says nothing else. */
function keyOf(text) {
  return text.trim().split("/").filter(Boolean).pop() ?? "";
}

async function look(detector) {
  const [found] = await detector.detect(view);
  const key = found && keyOf(found.rawValue);
  if (key && /^[A-Za-z0-9]+$/.test(key)) {
    location.assign(scanner.dataset.to.replace("KEY", key));
  } else {
    setTimeout(look, PAUSE, detector);
  }
}

async function open() {
  start.hidden = true;
  try {
    view.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    view.hidden = false;
    await view.play();
    look(new BarcodeDetector({ formats: ["qr_code"] }));
  } catch {
    scanner.querySelector("[data-problem]").hidden = false;
    start.hidden = false;
  }
}

if (start && "BarcodeDetector" in window && navigator.mediaDevices) {
  start.hidden = false;
  start.addEventListener("click", open);
  if (location.hash === "#next") open();
}
