// Starts the CMS's widgets from data beside them: see Note [No inline script in the CMS].
// Only these names are ever looked up, so markup alone cannot reach any other function.
(() => {
  "use strict";
  const calls = new Set([
    "initDateChooser", "initTimeChooser", "initDateTimeChooser", "createTaskChooser",
  ]);
  const constructors = new Set([
    "Chooser", "PageChooser", "ImageChooser", "DocumentChooser", "SnippetChooser",
    "InlinePanel", "MultipleChooserPanel",
  ]);

  const start = (element) => {
    const name = element.dataset.start;
    const known = calls.has(name) || constructors.has(name);
    if (!known || element.dataset.started || typeof window[name] !== "function") return;
    element.dataset.started = "yes";
    const values = JSON.parse(element.dataset.values);
    if (calls.has(name)) window[name](...values);
    else new window[name](...values);
  };

  const startAllIn = (root) => {
    if (root.matches("[data-start]")) start(root);
    root.querySelectorAll("[data-start]").forEach(start);
  };

  document.addEventListener("DOMContentLoaded", () => {
    startAllIn(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        for (const node of change.addedNodes) if (node.nodeType === 1) startAllIn(node);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
