/** The page in a real browser: who cannot see it well, who has no mouse, no script, no wide screen; and who attacks it. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page as htmlOf } from '../../../src/report/page.tsx';
import { hostilePage, hostileReport, pageOf } from './samples.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
if (CHROMIUM === undefined) console.warn('SKIPPED: tests of the page in a browser need the package chromium');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const samples = {
  findings: await pageOf('fedora-44-provider', 'en'),
  russian: await pageOf('ubuntu-24.04-full', 'ru'),
  fine: await pageOf('fedora-44', 'en'),
  unknown: await pageOf('windows-11-ru', 'ru'),
  hostile: hostilePage(),
  bare: htmlOf({ ...hostileReport, checks: [], status: 'unknown' }),
};
type Sample = keyof typeof samples;
const names = Object.keys(samples) as readonly Sample[]; // its own keys

const folder = mkdtempSync(join(tmpdir(), 'page-'));
let browser: Browser;

/** A page of the sample, and everything it did that a page must not. */
const open = async (name: Sample, options: BrowserContextOptions = {}) => {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, samples[name]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('console', (message) => wrongs.push(message.text()));
  page.on('pageerror', ({ message }) => wrongs.push(message));
  page.on(
    'request',
    (request) => request.url() === `file://${path}` || wrongs.push(`asks for ${request.url()}`),
  );
  page.on('dialog', (dialog) => wrongs.push(dialog.message()));
  await page.goto(`file://${path}`);
  return { page, wrongs, close: () => context.close() };
};

const LOOKS = ['color-contrast', 'link-in-text-block'];

/** What axe has against it; `rules` where only some of them can differ from what was looked at before. */
const violations = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async (only) => {
    // Put there by the line above.
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(
      only === undefined ? {} : { runOnly: { type: 'rule', values: [...only] } },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  }, rules);
};

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

// A browser on a busy computer takes its time.
const PATIENCE_MS = 120_000;

describe.skipIf(CHROMIUM === undefined)('the page in Chromium', { timeout: PATIENCE_MS }, () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  describe.each(names)('%s', (name) => {
    test('asks for nothing, complains of nothing, acts on nothing, and fits every window', async () => {
      const { page, wrongs, close } = await open(name);
      await unfold(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      expect(wrongs).toEqual([]);
      expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
      const ours = 'script, style, meta, base, link, iframe, img, form';
      expect(await page.evaluate((tags) => document.querySelectorAll(tags).length, ours)).toBe(8);
      await close();
    });

    test('axe finds nothing in it, light, dark and on paper', async () => {
      const { page, close } = await open(name, { bypassCSP: true });
      // One read is built like the other: a few of hundreds are enough, and much sooner looked at.
      await page.evaluate(() => {
        for (const read of [...document.querySelectorAll('.read')].slice(5)) read.remove();
      });
      await unfold(page);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, LOOKS)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      expect(await violations(page, LOOKS)).toEqual([]);
      await close();
    });
  });

  test('lets in no script but its own', async () => {
    const { page, wrongs, close } = await open('fine');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.hit = 7';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://evil.example/x.png';
      document.body.append(image);
    });
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
    expect(wrongs.join('\n')).toMatch(/inline script violates.*image.*violates/s);
    await close();
  });

  test('is read and opened with the keyboard alone', async () => {
    const { page, close } = await open('findings');
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');
    const met: (string | undefined)[] = [];
    for (let presses = 0; presses < 20 && !met.includes('SUMMARY'); presses++) {
      await page.keyboard.press('Tab');
      met.push(await focused());
    }
    expect(met).toEqual(expect.arrayContaining(['words', 'A', 'SUMMARY']));
    const isOpen = () => page.evaluate(() => document.activeElement?.closest('details')?.open);
    expect(await isOpen()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await isOpen()).toBe(true);
    await close();
  });

  test('a reference opens the evidence it names', async () => {
    const { page, close } = await open('findings');
    const link = page.locator('.seen a').first();
    const anchor = await link.getAttribute('href');
    await link.click();
    await expect
      .poll(() => page.locator(`details:has(${anchor})`).evaluate((one) => one.hasAttribute('open')))
      .toBe(true);
    await close();
  });

  test('search filters as one types, tells how much it found, and Esc clears it', async () => {
    const { page, close } = await open('russian');
    const visible = () => page.locator('[data-item]:visible').count();
    const before = await visible();
    await page.fill('#words', 'ОБНОВЛЕНИЯМ нужно');
    await expect.poll(() => page.textContent('#found')).toBe('1\u00a0место найдено');
    expect(await visible()).toBe(1);
    expect(await page.locator('h2:visible').allTextContents()).toContain('Что не так');
    expect(await page.locator('h2:visible').allTextContents()).not.toContain('Данные');
    await page.fill('#words', 'nothing is called so');
    await expect.poll(() => page.textContent('#found')).toBe('Ничего не найдено');
    await page.press('#words', 'Escape');
    expect(await page.inputValue('#words')).toBe('');
    expect(await visible()).toBe(before);
    await close();
  });

  test('works without JavaScript: all of it is there, folds open, and nothing waits for a script', async () => {
    const { page, close } = await open('findings', { javaScriptEnabled: false });
    expect(await page.locator('#search').isVisible()).toBe(false);
    const fold = page.locator('details.read').first();
    await fold.locator('summary').click();
    expect(await fold.locator('pre').isVisible()).toBe(true);
    await close();
  });

  test('is printed whole: every fold open, no search box', async () => {
    const { page, close } = await open('findings');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(
      await page
        .locator('details.read pre')
        .first()
        .evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.clientHeight > 0),
    ).toBe(true);
    await close();
  });
});
