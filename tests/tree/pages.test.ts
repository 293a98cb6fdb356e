import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../checks/index.ts';
import { contents, page, pageName, picture, pictureName, type TreeCheck } from './pages.ts';

const checks = await Promise.all(checkIds.map(loadCheck));
const withTree = checks.filter((check): check is TreeCheck => check.tree !== undefined);
const folder = fileURLToPath(new URL('../../docs/trees', import.meta.url));

test('docs/trees lists all trees', async () => {
  await expect(contents(withTree)).toMatchFileSnapshot(`${folder}/README.md`);
});

test.each(withTree.map((check) => [check.id, check] as const))(
  'docs/trees shows %s as it is',
  { timeout: 60_000 },
  async (id, check) => {
    for (const language of ['en', 'ru'] as const) {
      await expect(page(check, checks, language)).toMatchFileSnapshot(`${folder}/${pageName(id, language)}`);
      await expect(picture(check, checks, language)).toMatchFileSnapshot(
        `${folder}/${pictureName(id, language)}`,
      );
    }
  },
);

test('docs/trees holds nothing else', () => {
  const made = withTree.flatMap(({ id }) =>
    (['en', 'ru'] as const).flatMap((language) => [pageName(id, language), pictureName(id, language)]),
  );
  expect(readdirSync(folder).sort()).toEqual([...made, 'README.md'].sort());
});
