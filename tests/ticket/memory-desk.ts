/** A help desk in memory that can lose answers: what it was asked for, and what it has. */
import type { Desk, Failed, Failure, Message, TicketState } from '../../src/ticket/desk.ts';

export type Fate = 'done' | 'done, answer lost' | 'lost' | 'refused' | 'ignored';

export interface MemoryDesk {
  readonly desk: Desk;
  readonly messages: Message[];
  readonly files: { readonly name: string; readonly bytes: number }[];
  state: TicketState;
  readonly tickets: { readonly id: string; readonly key: string }[];
  /** What becomes of the next changes. */
  fates: Fate[];
}

const failed = (code: Failure['code'], certainty: Failure['certainty'], again: Failure['again']): Failed => ({
  status: 'failed',
  failure: { code, certainty, again, detail: 'made up' },
});

export const memoryDesk = (without: readonly (keyof Desk)[] = []): MemoryDesk => {
  const told: MemoryDesk = {
    desk: undefined as never,
    messages: [],
    files: [],
    tickets: [],
    state: 'new',
    fates: [],
  };
  const change = (work: () => void) => {
    const fate = told.fates.shift() ?? 'done';
    if (fate === 'refused') return failed('forbidden', 'not-received', 'person');
    if (fate === 'lost') return failed('reset', 'unclear', 'soon');
    if (fate !== 'ignored') work();
    return fate === 'done, answer lost' ? failed('reset', 'unclear', 'soon') : ({ status: 'done' } as const);
  };
  const say = (text: string, internal: boolean): void => {
    told.messages.push({ author: 'us', from: 'us', text, internal, attachments: [] });
  };
  const desk: Desk = {
    name: 'memory',
    target: 'https://desk.example/',
    deduplicates: false,
    reports: 'after',
    preview: (ticket) => ({ method: 'POST', url: '', headers: {}, body: ticket }),
    create: async ({ key }) => {
      const id = String(told.tickets.length + 1);
      const done = change(() => told.tickets.push({ id, key }));
      return done.status === 'done' ? { status: 'sent', id, existing: false } : done;
    },
    find: async (key) => {
      const [first, ...others] = told.tickets.filter((one) => one.key === key);
      if (first === undefined) return { status: 'none' };
      return { status: 'found', id: first.id, existing: true, others: others.map(({ id }) => id) };
    },
    read: async (id) => ({
      status: 'ok',
      value: {
        id,
        key: told.tickets.find((one) => one.id === id)?.key ?? '',
        state: told.state,
        label: told.state,
      },
    }),
    attach: async (_, { name, bytes }) => change(() => told.files.push({ name, bytes })),
    attachments: async () => ({ status: 'ok', value: told.files }),
    conversation: async () => ({ status: 'ok', value: told.messages }),
    comment: async (_, { text, internal }) => change(() => say(text, internal)),
    close: async () =>
      change(() => {
        told.state = 'solved';
      }),
    reopen: async () =>
      change(() => {
        told.state = 'open';
      }),
  };
  const kept = Object.fromEntries(
    Object.entries(desk).filter(([name]) => !without.includes(name as keyof Desk)),
  );
  // What is left out is optional in the contract.
  return Object.assign(told, { desk: kept as unknown as Desk });
};
