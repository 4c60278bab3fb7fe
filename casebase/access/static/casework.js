/* Small helps; every page works without them. Nothing is kept in the browser. */
"use strict";
// A page brought back by the Back button after signing out is asked for again (control 68).
window.addEventListener("pageshow", (event) => { if (event.persisted) { window.location.reload(); } });
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
