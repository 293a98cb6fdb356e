/** `ask`, as somebody types it. */
import { expect, test } from 'vitest';
import { techsupport } from './cli.ts';

const json = async (question: string, ...more: readonly string[]) => {
  const { status, stdout } = await techsupport(['ask', question, '--format', 'json', ...more]);
  return { status, answer: JSON.parse(stdout) }; // its own form
};

test('a complaint is answered with what it means, what to try, what to measure, and the source', async () => {
  const { status, stdout } = await techsupport(['ask', 'why is my laptop so slow']);
  expect(status).toBe(0);
  const at = (text: string) => stdout.indexOf(text);
  const order = [
    'The computer is slow',
    'What it means:',
    'What to try, the least invasive first:',
    'techsupport diagnose computer-slow',
    'Source:',
  ].map(at);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test('the likeliest causes come first, and a step that risks nothing before one that does', async () => {
  const { answer } = await json('computer-slow');
  const likelihoods = answer.complaint.causes.map(({ likelihood }: { likelihood: string }) => likelihood);
  const rank = ['usual', 'common', 'uncommon', 'rare'];
  expect(likelihoods.map((one: string) => rank.indexOf(one))).toEqual(
    likelihoods.map((one: string) => rank.indexOf(one)).sort(),
  );
  const risks = answer.complaint.steps.map(({ risk }: { risk: string }) =>
    ['none', 'some', 'high'].indexOf(risk),
  );
  expect(risks).toEqual([...risks].sort());
  expect(answer.complaint.steps.length).toBeGreaterThan(1);
});

test('who asks in Russian reads Russian, on the wrong keyboard layout too, unless --lang says otherwise', async () => {
  const [russian, layout, english] = await Promise.all([
    json('комп тормозит'),
    json('rjvg njhvjpbn'),
    json('комп тормозит', '--lang', 'en'),
  ]);
  expect(russian.answer).toMatchObject({ language: 'ru', complaint: { name: 'Компьютер тормозит' } });
  expect(layout.answer.complaint).toEqual(russian.answer.complaint);
  expect(english.answer).toMatchObject({ language: 'en', complaint: { name: 'The computer is slow' } });
});

test.each([
  ['what is apipa', 'connectivity/apipa-address'],
  ['что такое apipa', 'connectivity/apipa-address'],
  ['connectivity/apipa-address', 'connectivity/apipa-address'],
  ['my update ends with 0x80070643', 'disk-space/winre-partition-small'],
])('%s is answered with the finding', async (question, code) => {
  const { status, answer } = await json(question);
  expect(status).toBe(0);
  expect(answer).toMatchObject({ kind: 'finding', finding: { code } });
});

test('where nothing fits, it says so, and the status tells it from an answer', async () => {
  const { status, stdout } = await techsupport(['ask', 'bake', 'a', 'cake']);
  expect(status).toBe(3);
  expect(stdout).toContain('Nothing that is known here fits “bake a cake”');
});

test('what was typed cannot reach the terminal as more than text', async () => {
  const { stdout } = await techsupport(['ask', 'zzqq \u001b[31m\u202e\nqqzz']);
  expect(stdout).not.toMatch(/[\u001b\u202e]/);
  expect(stdout).toContain('zzqq \\x1b[31m');
});

test('no question is wrong usage, an empty one too', async () => {
  expect((await techsupport(['ask'])).status).toBe(64);
  expect((await techsupport(['ask', '  '])).status).toBe(64);
});
