/* Keeps what is typed on the server, sealed, every few seconds; nothing rests in the browser. */
"use strict";
const PAUSE_MS = 1500; // after the last key
const LONGEST_MS = 5000; // however long somebody goes on typing
const NOT_KEPT = "Not kept: there is no connection. Stay on this page; it tries again by itself.";
const NOT_SENT = "Not sent: there is no connection. Your text is still here; try again in a moment.";

function watch(form) {
  const says = form.querySelector("[data-kept]");
  let isChanged = false;
  let isSending = false;
  let isLeaving = false;
  let isUnsent = false; // stays said until it is sent: "not kept" must not cover it
  let typedAt = 0;
  let keptAt = 0;

  function say(text) { if (says) { says.textContent = text; } }

  function sayKept() {
    const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    say(isUnsent ? `Kept at ${now}, but not sent yet: send it again.` : `Kept at ${now}.`);
  }

  function sayCut() { say(isUnsent ? NOT_SENT : NOT_KEPT); }

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
      sayKept();
    } catch {
      isChanged = true;
      sayCut();
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
      isUnsent = true;
      sayCut();
      return;
    }
    isUnsent = false;
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
