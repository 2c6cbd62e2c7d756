/* The record of a meeting: a form that opened in its place finds people as one that came with the page does, and takes
   the place of others in which nothing was written yet. */
document.addEventListener("htmx:afterSettle", (event) => {
  const form = event.target.querySelector(".line-form");
  if (!form) return;
  document.querySelectorAll(".line-form").forEach((other) => {
    const texts = [...other.querySelectorAll("textarea, input[type=text]:not(.finder)")];
    if (other !== form && texts.every((field) => field.value.trim() === "")) other.remove();
  });
  form.querySelectorAll("select[data-search]").forEach(addFinder);
  form.querySelector("textarea, input:not([type=hidden])")?.focus();
});
