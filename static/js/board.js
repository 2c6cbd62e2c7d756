/* Once a page of the board has been on the screen for some seconds, its being read is told: a bookmark for a colleague,
   one more reader for what was read. Who is away from the page doesn't read. */

const SECONDS_TO_READ = 4;

const board = document.querySelector("[data-read]");

async function tellRead({ read, sphere, number }) {
  const { token } = await (await fetch(read)).json();
  const body = new URLSearchParams(number ? { sphere, number } : {});
  await fetch(read, { method: "POST", headers: { "X-CSRFToken": token }, body, keepalive: true });
}

if (board) {
  let seconds = 0;
  const watch = setInterval(() => {
    if (document.visibilityState !== "visible" || ++seconds < SECONDS_TO_READ) return;
    clearInterval(watch);
    // A count that is lost on a bad line isn't worth a word to the reader.
    tellRead(board.dataset).catch(() => {});
  }, 1000);
}
