/* A survey one question a screen. Without this script all questions stand on one page, and the office checks them. */

document.querySelectorAll("[data-survey]").forEach((form) => {
  const steps = [...form.querySelectorAll("[data-step]")];
  const [back, next, send] = ["back", "next", "send"].map((name) => form.querySelector(`[data-${name}]`));
  const progress = form.querySelector("[data-progress]");
  const intro = form.querySelector(".survey-intro");
  if (steps.length < 2) return;

  const isFilled = (step) => [...step.querySelectorAll("input, textarea")].some((field) =>
    field.type === "radio" || field.type === "checkbox" ? field.checked : field.value.trim() !== "");
  const isMissing = (step) => "required" in step.dataset && !isFilled(step);
  const wrong = steps.findIndex((step) => step.classList.contains("has-error"));
  let now = Math.max(wrong, 0);

  const show = (place, { focus = true } = {}) => {
    now = place;
    const isLast = now === steps.length - 1;
    steps.forEach((step, index) => { step.hidden = index !== now; });
    if (intro) intro.hidden = now > 0;
    back.hidden = now === 0;
    next.hidden = isLast;
    send.hidden = !isLast;
    progress.hidden = false;
    progress.querySelector("progress").value = now + 1;
    progress.querySelector("[data-step-now]").textContent = now + 1;
    if (focus) steps[now].querySelector("input, textarea")?.focus({ preventScroll: true });
    if (focus) window.scrollTo({ top: 0 });
  };

  const demand = (step) => {
    const missing = isMissing(step);
    step.querySelector("[data-missing]").hidden = !missing;
    step.classList.toggle("has-error", missing);
    return missing;
  };

  next.addEventListener("click", () => { if (!demand(steps[now])) show(now + 1); });
  back.addEventListener("click", () => show(now - 1));
  form.addEventListener("change", () => { if (steps[now].classList.contains("has-error")) demand(steps[now]); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName !== "TEXTAREA" && now < steps.length - 1) {
      event.preventDefault();
      next.click();
    }
  });
  form.addEventListener("submit", (event) => {
    const missing = steps.findIndex((step) => demand(step));
    if (missing >= 0) {
      event.preventDefault();
      show(missing);
    } else {
      send.disabled = true;
    }
  });
  show(now, { focus: wrong >= 0 });
});
