/* What was shown in full is hidden again when the page is left or stands in the background. */
function hideAgain() {
  document.querySelectorAll("[data-secret] .secret-value").forEach((value) => value.replaceChildren());
}
document.addEventListener("visibilitychange", () => { if (document.hidden) hideAgain(); });
addEventListener("pagehide", hideAgain);
