/* Small helps; every page works without them. Nothing is kept in the browser. */
"use strict";
// A page brought back by the Back button after signing out is asked for again (control 68).
window.addEventListener("pageshow", (event) => { if (event.persisted) { window.location.reload(); } });
// Without a connection the browser would leave the page, and what was typed with it. A form that is
// kept while it is typed says so itself (casework-drafts.js).
const CUT_OFF = "Not sent: there is no connection. What you typed is still here; press again in a moment.";
function sayCutOff(form) {
  form.querySelector("[data-cut]")?.remove();
  const says = document.createElement("p");
  says.className = "casework-cut";
  says.dataset.cut = "";
  says.setAttribute("role", "alert");
  form.append(says);
  says.textContent = CUT_OFF;
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (navigator.onLine || form.dataset.draft) { form.querySelector("[data-cut]")?.remove(); return; }
  event.preventDefault();
  event.stopPropagation();
  sayCutOff(form);
}, { capture: true });
// A form is sent once, however often the button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  window.setTimeout(() => { delete form.dataset.sent; }, 8000);
});
// A job over many cases presses on by itself; without this script "Go on" does the same.
const goesOn = document.querySelector("form[data-goes-on]");
if (goesOn) { window.setTimeout(() => goesOn.requestSubmit(), 300); }
