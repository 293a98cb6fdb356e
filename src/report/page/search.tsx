/** The box that the script wakes: without a script there is nothing to see of it. */
import type { View } from './view.ts';

export const Search = ({ words }: View) => (
  <search id="search" class="search" hidden>
    <label for="words">{words.search}</label>
    <input
      id="words"
      type="search"
      autocomplete="off"
      spellcheck={false}
      aria-describedby="found"
      data-none={words.noCase}
      data-one={words.cases.one}
      data-few={words.cases.few}
      data-many={words.cases.many}
      data-other={words.cases.other}
    />
    <p id="found" role="status">
      {words.searchHint}
    </p>
  </search>
);
