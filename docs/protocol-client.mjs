// A client of `techsupport diagnose --protocol ndjson`: shows what is told, and asks the person in numbers.
// node docs/protocol-client.mjs "the internet is slow"
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [program = 'techsupport', ...before] = (process.env.TECHSUPPORT ?? 'techsupport').split(' ');
const child = spawn(program, [...before, 'diagnose', '--protocol', 'ndjson', ...process.argv.slice(2)], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const person = createInterface({ input: process.stdin });
const typed = person[Symbol.asyncIterator]();
const say = (line) => child.stdin.write(`${JSON.stringify(line)}\n`);

const answerTo = async ({ id, text, reason, answers, canGoBack, canBeUnsure }) => {
  if (reason !== undefined) console.log(reason);
  console.log(text);
  for (const [at, { name }] of answers.entries()) console.log(`  ${at + 1}. ${name}`);
  console.log(
    `  (a number${canBeUnsure ? ', ? if nobody knows' : ''}${canGoBack ? ', b to go back' : ''}, q to leave)`,
  );
  const { value = 'q', done } = await typed.next();
  const word = done ? 'q' : value.trim();
  if (word === 'q') return say({ say: 'leave' });
  if (word === 'b') return say({ say: 'back' });
  if (word === '?') return say({ say: 'unsure', id });
  return say({ say: 'answer', id, answer: answers[Number(word) - 1]?.id ?? '' });
};

let asked;
for await (const line of createInterface({ input: child.stdout })) {
  const event = JSON.parse(line);
  if (event.event === 'looked') console.log(`${event.name}: ${event.status}`);
  if (event.event === 'ladder') for (const { name, state } of event.rungs) console.log(`  ${name}: ${state}`);
  if (event.event === 'answered') console.log(`${event.question} ${event.answer} (measured: ${event.by})`);
  if (event.event === 'did') console.log(`${event.step}: ${event.effect}`);
  if (event.event === 'note') console.log(event.text);
  if (event.event === 'ask') {
    asked = event;
    await answerTo(event);
  }
  // Nothing has changed: the same question stands.
  if (event.event === 'error' && asked !== undefined) {
    console.log(event.message);
    await answerTo(asked);
  }
  if (event.event === 'end') console.log(`${event.conclusion.outcome}: ${event.conclusion.finding ?? '-'}`);
}
person.close();
