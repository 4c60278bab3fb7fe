/* Keeps what is typed on the server, sealed, every few seconds; nothing rests in the browser. */
"use strict";
const PAUSE_MS = 1500; // after the last key
const LONGEST_MS = 5000; // however long somebody goes on typing

function watch(form) {
  const says = form.querySelector("[data-kept]");
  let isChanged = false;
  let isSending = false;
  let isLeaving = false;
  let typedAt = 0;
  let keptAt = 0;

  function say(text) { if (says) { says.textContent = text; } }

  async function keep() {
    if (!isChanged || isSending || isLeaving) { return; }
    isChanged = false;
    isSending = true;
    keptAt = Date.now();
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST", body: new FormData(form), headers: { "X-Draft": "1" },
        credentials: "same-origin", redirect: "error", keepalive: true,
      });
      if (!answer.ok) { throw new Error("refused"); }
      const now = new Date();
      say(`Kept at ${now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" })}.`);
    } catch {
      isChanged = true;
      say("Not kept: there is no connection. Stay on this page; it tries again by itself.");
    } finally {
      isSending = false;
    }
  }

  form.addEventListener("input", () => { isChanged = true; typedAt = Date.now(); });
  window.setInterval(() => {
    const now = Date.now();
    if (now - typedAt >= PAUSE_MS || now - keptAt >= LONGEST_MS) { keep(); }
  }, 500);
  window.addEventListener("online", keep);
  document.addEventListener("visibilitychange", () => { if (document.hidden) { keep(); } });
  window.addEventListener("pagehide", keep);
  form.addEventListener("submit", (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      event.stopPropagation();
      say("Not sent: there is no connection. Your text is still here; try again in a moment.");
      return;
    }
    isLeaving = true;
    window.setTimeout(() => { isLeaving = false; }, 8000);
  }, { capture: true });
}

document.querySelectorAll("form[data-draft]").forEach(watch);

// Elsewhere, leaving a form that was changed asks first.
document.querySelectorAll("form[data-guard]").forEach((form) => {
  let isChanged = false;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  window.addEventListener("beforeunload", (event) => { if (isChanged) { event.preventDefault(); } });
});
