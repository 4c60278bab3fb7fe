// Only on pages with a form that came back: starts the kit's parts that move the focus.
{
  const kit = document.currentScript.dataset.kit;
  document.body.classList.add("govuk-frontend-supported");
  import(kit).then(({ createAll, ErrorSummary, Button, Checkboxes, Radios }) => {
    for (const part of [ErrorSummary, Button, Checkboxes, Radios]) createAll(part);
  });
}
