/** The page's script: search, and everything open on paper. Ours, constant, and named by its hash in the policy. */
export const SCRIPT = `(() => {
  'use strict';
  const find = (name) => document.getElementById(name);
  const [box, input, found] = [find('search'), find('words'), find('found')];
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const hint = found.textContent;
  const parts = [...document.querySelectorAll('[data-part]')];
  const folds = [...document.querySelectorAll('details')];
  let items;
  let opened = [];
  let timer;

  const read = () =>
    [...document.querySelectorAll('[data-item]')].map((element) => ({
      element,
      text: element.textContent.toLocaleLowerCase(language),
    }));

  const fold = () => {
    for (const details of opened) details.open = false;
    opened = [];
  };

  const open = (details) => {
    if (details.open) return;
    details.open = true;
    opened.push(details);
  };

  const tell = (asked, many) => {
    clearTimeout(timer);
    const form = input.dataset[plural.select(many)] ?? input.dataset.other;
    const said = !asked ? hint : many === 0 ? input.dataset.none : many + '\\u00a0' + form;
    timer = setTimeout(() => { found.textContent = said; }, asked ? 250 : 0);
  };

  const mark = (terms, shown) => {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete('found');
    const ranges = [];
    for (const { element } of shown) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length < 500) {
        const text = walker.currentNode.data.toLocaleLowerCase(language);
        if (text.length !== walker.currentNode.data.length) continue;
        for (const term of terms) {
          for (let at = text.indexOf(term); at >= 0 && ranges.length < 500; at = text.indexOf(term, at + term.length)) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + term.length);
            ranges.push(range);
          }
        }
      }
    }
    if (ranges.length > 0) CSS.highlights.set('found', new Highlight(...ranges));
  };

  const search = () => {
    items ??= read();
    const terms = input.value.toLocaleLowerCase(language).split(/\\s+/).filter(Boolean);
    const shown = items.filter(({ element, text }) => {
      element.hidden = !terms.every((term) => text.includes(term));
      return !element.hidden;
    });
    for (const part of parts) part.hidden = terms.length > 0 && !part.querySelector('[data-item]:not([hidden])');
    fold();
    // Few enough to be read: then what was found stands open.
    if (terms.length > 0 && shown.length <= 5) {
      for (const { element } of shown) {
        if (element.matches('details')) open(element);
        for (const details of element.querySelectorAll('details')) open(details);
      }
    }
    mark(terms, terms.length > 0 ? shown : []);
    tell(terms.length > 0, shown.length);
  };

  box.hidden = false;
  input.addEventListener('input', search);
  // Chromium does it by itself, Firefox does not.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return;
    event.preventDefault();
    input.value = '';
    search();
  });

  let printed = [];
  addEventListener('beforeprint', () => {
    printed = folds.filter((details) => !details.open);
    for (const details of printed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of printed) details.open = false;
  });
})();
`;
