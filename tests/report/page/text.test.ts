/** The page as text: what is in it, what cannot be in it, and how large it gets. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { page } from '../../../src/report/page.tsx';
import { machines } from '../../machines/index.ts';
import { ATTACKS, hostilePage, hostileReport, pageOf } from './samples.ts';

/** What a terminal obeys, and what turns the direction of text. */
const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

const SHOWN_BYTES = 300_000;

describe('a page', () => {
  test('tells the verdict and the next step before anything else', async () => {
    const html = await pageOf('fedora-44-provider', 'en');
    const order = [
      '<h1',
      'nothing beyond it does',
      'Do this next',
      'Unplug router',
      'What is wrong',
      'Evidence',
    ];
    const at = order.map((text) => html.indexOf(text));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  test('draws what a cause explains beneath it', async () => {
    const html = await pageOf('fedora-44-provider', 'en');
    expect(html).toMatch(/Root cause.*It explains<\/p><ul.*The name server does not answer/);
  });

  test('says what was hidden, or that nothing was', async () => {
    expect(await pageOf('fedora-44', 'en')).toContain('<dt>Hidden: IPv4 addresses</dt><dd>3</dd>');
    expect(page(hostileReport)).toContain('Nothing was hidden');
  });

  test('allows nothing but its own style and script, by their hash', async () => {
    const html = await pageOf('fedora-44', 'ru');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hashOf = (name: string): string => {
      const text = new RegExp(`<${name}>([^]*?)</${name}>`).exec(html)?.[1] ?? '';
      return createHash('sha256').update(text).digest('base64');
    };
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/ (?:style|on\w+)="|(?:src|srcset|action|formaction)="/);
    expect(html).not.toMatch(/href="(?!#)/);
  });

  test.each(machines.map(({ name }) => name))('of %s stays small', async (name) => {
    for (const language of ['en', 'ru'] as const) {
      const html = await pageOf(name, language);
      expect(Buffer.byteLength(html)).toBeLessThan(SHOWN_BYTES);
      expect(html).not.toMatch(LIVE);
    }
  });
});

describe('a hostile computer', () => {
  const hostile = hostilePage();

  test('gets no markup, no control character and no room', () => {
    expect(hostile).not.toMatch(LIVE);
    expect(hostile.match(/<(?:script|style|base|iframe|img|link|form)\b/g)).toEqual(['<style', '<script']);
    expect(Buffer.byteLength(hostile)).toBeLessThan(2 * SHOWN_BYTES);
  });

  test('says how much of a long answer is left out', () => {
    expect(hostile).toMatch(/… [\d.]+\u00a0MB left out here …/);
  });

  test('whatever a text is, it stays within its element', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ATTACKS));
    const tags = (html: string): number => html.match(/<[a-z/!]/gi)?.length ?? 0;
    const of = (title: string): string =>
      page({
        ...hostileReport,
        checks: [],
        host: { os: title || '?', release: title, arch: title, name: title || '?' },
      });
    const expected = tags(of('plain'));
    fc.assert(
      fc.property(text, (title) => {
        const html = of(title);
        expect(tags(html)).toBe(expected);
        expect(html).not.toMatch(LIVE);
      }),
      { numRuns: 60 },
    );
  });
});
