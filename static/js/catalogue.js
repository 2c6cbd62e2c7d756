/* A finder over a long list of people to tick: it narrows what is shown, and never what is ticked. */
function addPeopleFinder(group) {
  const rows = [...group.querySelectorAll(".form-check")];
  if (rows.length < 12) return;
  const room = document.createElement("div");
  room.className = "people-boxes";
  rows[0].before(room);
  room.append(...rows);

  const finder = document.createElement("input");
  finder.className = "form-control people-finder";
  finder.placeholder = "输入姓名或工号查找";
  finder.autocomplete = "off";
  finder.setAttribute("aria-label", "查找检查人");
  room.before(finder);
  const show = () => {
    const wanted = finder.value.trim();
    for (const row of rows) row.classList.toggle("is-out", !row.textContent.includes(wanted));
  };
  finder.addEventListener("input", show);
  finder.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
}
document.querySelectorAll("#div_id_people").forEach(addPeopleFinder);
