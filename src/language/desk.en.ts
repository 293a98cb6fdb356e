/** Words of `desk`, in English. */
export const en = {
  desk: 'help desks: add one, list them, test them',
  add: 'add a help desk: asks for what is needed, tests it, writes it into the configuration',
  list: 'show the configured help desks',
  test: 'test a help desk: reachable, credentials, rights, limits; shows the exact request, sends no ticket',
  name: 'its name in the configuration',
  nameToTest: 'its name in the configuration; all when left out',
  kind: 'which kind of help desk',
  set: 'a setting: queue=Support (repeatable)',
  secretEnv: 'the environment variable that holds the secret',
  secretCommand: 'the command that prints the secret, as a JSON list: ["pass","desk"]',
  secretFile: 'the file (mode 0600) that holds the secret',
  yes: 'write without asking',
  askKind: 'Which kind of help desk is it?',
  askName: 'How shall it be called here?',
  askSetting: (key: string, about: string) => (about === '' ? `${key}:` : `${key} (${about}):`),
  askSecret: 'Where is its secret to be had?',
  secretKinds: {
    paste: 'I paste it now; it is kept in a file of its own that nobody else can read',
    env: 'in an environment variable',
    command: 'a command prints it (pass, secret-tool, security)',
    file: 'in a file of mine',
  },
  askPaste: 'The secret (it is not shown):',
  askEnv: 'The name of the variable:',
  askCommand: 'The command, as a JSON list of words:',
  askFile: 'The whole path of the file:',
  bad: (what: string) => `This does not fit: ${what}`,
  badHint: 'See docs/desks.md for the settings of each desk.',
  needed: (what: string) => `Nobody is there to be asked: give ${what}.`,
  taken: (name: string) => `There is a desk ${name} already.`,
  takenHint: 'Choose another name, or edit the configuration.',
  testing: (target: string) => `Asking ${target} …`,
  reachable: (user: string) =>
    user === '' ? 'It answers, and takes the credentials.' : `It answers, and knows us as ${user}.`,
  untested: 'This kind of desk cannot be asked without filing a ticket.',
  limit: (size: string) => `It takes files of up to ${size}.`,
  remarks: {
    'no-search': 'It cannot look for a ticket: after an unclear failure you decide whether it is sent again.',
    'no-attachments': 'It takes no files: the ticket says where the report is.',
    'no-key-field': 'The field for the key is missing there: without it a ticket cannot be found again.',
    public: 'What is filed there can be read by everybody.',
    'not-writable-checked': 'Whether we may file there shows only with the first ticket.',
    'rights-unchecked':
      'Which rights the credentials have cannot be asked; a missing one is told when it is needed.',
    'limit-unknown': 'How large a file may be cannot be asked.',
  },
  dryRun: 'A ticket would be filed with this request (nothing was sent):',
  sure: (path: string) => `Write it into ${path}?`,
  written: (name: string, path: string) => `Desk ${name} is in ${path}`,
  keptSecret: (path: string) => `The secret is in ${path}, for your eyes alone.`,
  notWritten: 'Nothing was written.',
  notYaml: (path: string) => `${path} is a program and cannot be written to. Add this to it:`,
  none: 'No help desk is configured. Add one: techsupport desk add',
  first: 'used when none is named',
} as const;

type Loose<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Loose<T[K]> };

export type DeskWords = Loose<typeof en>;
