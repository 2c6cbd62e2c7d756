/* Anonymous letters: the code is copied and printed by buttons, and comes out of the part of an address that no server
   is told. Nothing is kept in the browser. */

const copy = document.querySelector("[data-copy-code]");
if (copy) {
  const code = document.getElementById("code");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // A page without HTTPS has no clipboard: there the older way still works.
      getSelection().selectAllChildren(code);
      if (!document.execCommand("copy")) return;
    }
    copy.querySelector("span").textContent = copy.dataset.done;
  });
}

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

const field = document.querySelector("input#code");
if (field && location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1)).replace(/(.{4})(?=.)/g, "$1-");
  history.replaceState(null, "", location.pathname);
}
