/* The address of a calendar, copied by a button; without a script it is selected and copied by hand. */
document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // A page without HTTPS has no clipboard: there the older way still works.
      if (!document.execCommand("copy")) return;
    }
    button.querySelector("span").textContent = button.dataset.done;
  });
});
