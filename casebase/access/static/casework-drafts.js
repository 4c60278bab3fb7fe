/* Keeps what is typed on the server, sealed, every few seconds; nothing rests in the browser. */
"use strict";
const PAUSE_MS = 1500; // after the last key
const LONGEST_MS = 5000; // however long somebody goes on typing
const CUT = "Not kept: there is no connection. Stay on this page; it tries again by itself.";
const NOT_SENT = "Not sent: there is no connection. Your text is still here; try again in a moment.";
const SIGNED_OUT = "Not kept: you were signed out. Sign in in another tab and come back to this page; what you typed is still here.";
const SAVED = "Not kept: this form was saved already. To save what you typed now as well, send it; you are asked first.";
const TOO_LONG = "Not kept: this is too long to keep for later. Save it, or shorten it.";
const REFUSED = "Not kept: the site refused it. What you typed is still here; it tries again when you go on typing.";

// The site's answer to one try, in words; "" where it was kept.
async function post(form) {
  const answer = await fetch(form.dataset.draft, {
    method: "POST", body: new FormData(form), headers: { "X-Draft": "1" },
    credentials: "same-origin", redirect: "manual", keepalive: true,
  });
  if (answer.type === "opaqueredirect") { return SIGNED_OUT; }
  if (answer.ok) { return ""; }
  return { 403: "token", 409: SAVED, 413: TOO_LONG }[answer.status] || REFUSED;
}

// Whoever signed in again did so with a new token: the form takes it, and goes on as before.
async function renewToken(form) {
  const answer = await fetch(form.dataset.draft, { credentials: "same-origin", redirect: "manual" });
  if (answer.type === "opaqueredirect") { return SIGNED_OUT; }
  if (!answer.ok) { return REFUSED; }
  form.elements.csrfmiddlewaretoken.value = await answer.text();
  return "";
}

async function sent(form) {
  const problem = await post(form);
  if (problem !== "token") { return problem; }
  const renewal = await renewToken(form);
  if (renewal) { return renewal; }
  const again = await post(form);
  return again === "token" ? REFUSED : again;
}

function watch(form) {
  const says = form.querySelector("[data-kept]");
  let isChanged = false;
  let isSending = false;
  let isLeaving = false;
  let isUnsent = false; // stays said until it is sent: "not kept" must not cover it
  let isSignedOut = false; // sent now, the form would be dropped for the sign-in page
  let isRefused = false; // an answer came, and another try would get the same: wait for a key
  let typedAt = 0;
  let keptAt = 0;

  function say(text) { if (says) { says.textContent = text; } }

  function sayKept() {
    const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    say(isUnsent ? `Kept at ${now}, but not sent yet: send it again.` : `Kept at ${now}.`);
  }

  function sayCut() { say(isUnsent ? NOT_SENT : CUT); }

  async function keep() {
    if (!isChanged || isSending || isLeaving || isRefused) { return; }
    isChanged = false;
    isSending = true;
    keptAt = Date.now();
    try {
      const problem = await sent(form);
      isSignedOut = problem === SIGNED_OUT;
      if (problem) {
        isChanged = isRefused = true;
        say(problem);
      } else {
        sayKept();
      }
    } catch {
      isChanged = true;
      sayCut();
    } finally {
      isSending = false;
    }
  }

  function keepAgain() { isRefused = false; keep(); }

  form.addEventListener("input", () => { isChanged = true; isRefused = false; typedAt = Date.now(); });
  window.setInterval(() => {
    const now = Date.now();
    if (now - typedAt >= PAUSE_MS || now - keptAt >= LONGEST_MS) { keep(); }
  }, 500);
  window.addEventListener("online", keep);
  window.addEventListener("focus", keepAgain); // back from signing in
  document.addEventListener("visibilitychange", () => { if (document.hidden) { keep(); } else { keepAgain(); } });
  window.addEventListener("pagehide", keep);
  form.addEventListener("thrown-away", () => { isLeaving = true; });
  form.addEventListener("submit", (event) => {
    if (!navigator.onLine || isSignedOut) {
      event.preventDefault();
      event.stopPropagation();
      isUnsent = true;
      if (isSignedOut) { keepAgain(); } else { sayCut(); }
      return;
    }
    isUnsent = false;
    isLeaving = true;
    window.setTimeout(() => { isLeaving = false; }, 8000);
  }, { capture: true });
}

// What is thrown away is not kept once more on the way out.
document.querySelector("#throw-away")?.addEventListener("submit", () => {
  document.querySelectorAll("form[data-draft]").forEach((form) => { form.dispatchEvent(new Event("thrown-away")); });
});

document.querySelectorAll("form[data-draft]").forEach(watch);

// Elsewhere, leaving a form that was changed asks first.
document.querySelectorAll("form[data-guard]").forEach((form) => {
  let isChanged = false;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  window.addEventListener("beforeunload", (event) => { if (isChanged) { event.preventDefault(); } });
});
