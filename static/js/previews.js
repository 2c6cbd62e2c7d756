/* Files looked at in the page. Nothing of a file is run: pdf.js draws pages onto a canvas, photos open in a dialog. */

const SMALL = 3 * 1024 * 1024; // bytes that are fetched without being asked for
const SHARPEST = 2; // device pixels a CSS pixel: beyond that a phone's memory goes
const SAY_FAILED = "这份文件不能在页面里显示，请下载后查看。";

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(text, onPress) {
  const made = element("button", "btn", text);
  made.type = "button";
  made.addEventListener("click", onPress, { once: true });
  return made;
}

/* --- Papers ----------------------------------------------------------------------------------------------------- */

async function openPaper(frame) {
  const { library, worker, maps, fonts, pdf } = frame.dataset;
  const pdfjs = await import(library);
  pdfjs.GlobalWorkerOptions.workerSrc = worker;
  return pdfjs.getDocument({
    url: pdf,
    cMapUrl: maps,
    cMapPacked: true,
    standardFontDataUrl: fonts,
    isEvalSupported: false,
    enableXfa: false,
  }).promise;
}

/* A sheet in the proportions of its page, drawn when it comes near the screen; its words are there for who listens. */
async function makeSheet(paper, number, frame) {
  const page = await paper.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const canvas = element("canvas", "preview-sheet");
  const scale = (frame.clientWidth / plain.width) * Math.min(devicePixelRatio || 1, SHARPEST);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const words = await page.getTextContent();
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `第${number}页：${words.items.map((item) => item.str ?? "").join("")}`);
  frame.append(canvas);
  new IntersectionObserver((seen, watcher) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    page.render({ canvasContext: canvas.getContext("2d"), viewport }).promise
      .then(() => { canvas.dataset.drawn = ""; });
  }, { rootMargin: "600px" }).observe(canvas);
}

async function drawPaper(frame) {
  frame.replaceChildren(element("p", "quiet", "正在打开…"));
  try {
    const paper = await openPaper(frame);
    frame.replaceChildren();
    await makeSheet(paper, 1, frame);
    if (paper.numPages > 1) offerRest(paper, frame);
  } catch {
    frame.replaceChildren(element("p", "quiet", SAY_FAILED));
  }
}

function offerRest(paper, frame) {
  const rest = button(`展开全部${paper.numPages}页`, async () => {
    rest.remove();
    for (let number = 2; number <= paper.numPages; number += 1) await makeSheet(paper, number, frame);
  });
  frame.append(rest);
}

const nearScreen = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    nearScreen.unobserve(target);
    drawPaper(target);
  }
}, { rootMargin: "300px" });

for (const frame of document.querySelectorAll("[data-pdf]")) {
  if (Number(frame.dataset.size) <= SMALL) nearScreen.observe(frame);
  else frame.append(button("在页面里看", () => drawPaper(frame)));
}

/* --- Photos ----------------------------------------------------------------------------------------------------- */

const photos = [...document.querySelectorAll("[data-photo]")];

function showPhoto(place) {
  const dialog = element("dialog", "photo-view");
  const picture = document.createElement("img");
  const told = element("p", "");
  let at = place;
  const show = (next) => {
    at = (next + photos.length) % photos.length;
    picture.src = photos[at].href;
    picture.alt = photos[at].querySelector("img").alt;
    told.textContent = photos.length > 1 ? `${picture.alt}（${at + 1}/${photos.length}）` : picture.alt;
  };
  const step = (text, by) => {
    const made = element("button", "btn", text);
    made.type = "button";
    made.addEventListener("click", () => show(at + by));
    return made;
  };
  const close = button("关闭", () => dialog.close());
  const steps = photos.length > 1 ? [step("上一张", -1), step("下一张", 1)] : [];
  const foot = element("div", "photo-foot");
  foot.append(told, ...steps, close);
  dialog.append(picture, foot);
  dialog.addEventListener("close", () => { dialog.remove(); photos[at].focus(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") show(at - 1);
    if (key === "ArrowRight") show(at + 1);
  });
  document.body.append(dialog);
  show(place);
  dialog.showModal();
}

photos.forEach((link, place) => link.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  showPhoto(place);
}));
