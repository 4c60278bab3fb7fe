// Cover the page, blank its title, replace it, for good.
(() => {
  const link = document.querySelector(".harbour-exit");
  if (!link) return;
  const tab = sessionStorage;
  const leave = (event) => {
    event?.preventDefault();
    const cover = document.createElement("p");
    cover.className = "govuk-exit-this-page-overlay";
    document.body.className = "govuk-exit-this-page-hide-content";
    document.body.append(cover);
    document.title = "\u200b";
    tab.left = 1;
    location.replace(link.href);
  };
  let shifts = [];
  link.addEventListener("click", leave);
  addEventListener("keydown", ({ key, repeat, timeStamp: t }) => {
    if (repeat) return;
    shifts = key === "Shift" ? [...shifts, t].slice(-3) : [];
    if (shifts[2] && t - shifts[0] < 5000) leave();
  });
  addEventListener("pageshow", ({ persisted }) => {
    const [visit] = performance.getEntriesByType("navigation");
    if (tab.left && (persisted || visit.type === "back_forward")) leave();
    else delete tab.left;
  });
})();
