"use strict";
(() => {
  const form = document.querySelector("form");
  const empty = document.querySelector(".no-match");
  if (!form) return;
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const drafts = [...document.querySelectorAll(".draft")].map((draft) => ({
    draft,
    text: plain(draft.textContent),
    findings: [...draft.querySelectorAll("li[data-rule]")],
  }));
  const total = drafts.reduce((sum, { findings }) => sum + findings.length, 0);
  const filter = () => {
    const { rule, severity, text } = form.elements;
    const wanted = plain(text.value.trim());
    let shown = 0;
    for (const { draft, text: words, findings } of drafts) {
      let here = 0;
      for (const finding of findings) {
        const fits =
          (!rule.value || finding.dataset.rule === rule.value) &&
          (!severity.value || finding.dataset.severity === severity.value) &&
          words.includes(wanted);
        finding.hidden = !fits;
        here += fits ? 1 : 0;
      }
      draft.hidden = here === 0;
      shown += here;
    }
    empty.hidden = shown > 0;
    form.querySelector("output").textContent = `${shown} / ${total}`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
