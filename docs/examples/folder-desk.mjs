// A help desk of one's own: a folder in which somebody looks. See docs/desks-of-your-own.md.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {(settings: { folder: string }) => import('techsupport').Desk} */
export default ({ folder }) => {
  const numbered = async () =>
    (await readdir(folder)).filter((name) => /^\d+$/.test(name)).sort((a, b) => a - b);
  const keyOf = async (id) => (await readFile(join(folder, id, 'key'), 'utf8')).trim();

  return {
    name: 'folder',
    target: folder,
    // The same ticket again would become another one: it is looked for instead.
    deduplicates: false,
    reports: 'after',

    preview: (ticket) => ({ method: 'WRITE', url: folder, headers: {}, body: ticket }),

    async create(ticket) {
      const id = String(Number((await numbered()).at(-1) ?? 0) + 1);
      await mkdir(join(folder, id));
      await writeFile(join(folder, id, 'key'), ticket.key);
      await writeFile(join(folder, id, 'ticket.json'), JSON.stringify(ticket, undefined, 2));
      return { status: 'sent', id, existing: false };
    },

    async find(key) {
      const ids = [];
      for (const id of await numbered()) if ((await keyOf(id)) === key) ids.push(id);
      const [id, ...others] = ids;
      return id === undefined ? { status: 'none' } : { status: 'found', id, existing: true, others };
    },

    async read(id) {
      return { status: 'ok', value: { id, key: await keyOf(id), state: 'open', label: 'open' } };
    },

    async attach(id, file) {
      await writeFile(join(folder, id, file.name), file.open());
      return { status: 'done' };
    },

    async attachments(id) {
      const names = await readdir(join(folder, id));
      return { status: 'ok', value: names.map((name) => ({ name })) };
    },

    async comment(id, { text }) {
      await writeFile(join(folder, id, 'comments.txt'), `${text}\n\n`, { flag: 'a' });
      return { status: 'done' };
    },
  };
};
