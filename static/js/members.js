/* Long rolls: a finder narrows them by name, pinyin, initials or employee number; ticks stay where they are. */
document.querySelectorAll("[data-roll-finder]").forEach((finder) => {
  const roll = finder.closest(".roll");
  const lines = [...roll.querySelectorAll("[data-keys]")];
  const nobody = roll.querySelector(".roll-nobody");
  finder.hidden = false;
  finder.addEventListener("input", () => {
    const wanted = finder.value.trim().toLowerCase();
    lines.forEach((line) => { line.hidden = !line.dataset.keys.toLowerCase().includes(wanted); });
    nobody.hidden = lines.some((line) => !line.hidden);
  });
  finder.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const shown = lines.filter((line) => !line.hidden);
    if (finder.value && shown.length === 1) {
      const box = shown[0].querySelector("[type=checkbox]");
      if (box) box.checked = true;
      finder.select();
    }
  });
});
