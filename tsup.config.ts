import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import { reportSchema } from './src/report/model.ts';
import { ticketSchema } from './src/ticket/model.ts';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };

export default defineConfig({
  entry: { techsupport: 'bin/techsupport.ts', index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  treeshake: true,
  clean: true,
  // Everything is bundled: what is installed is one package, and starts from few files.
  noExternal: [/./],
  // TypeScript 6 calls an option deprecated that tsup's types builder still sets.
  dts: { entry: { index: 'src/index.ts' }, compilerOptions: { ignoreDeprecations: '6.0' } },
  define: { TECHSUPPORT_VERSION: JSON.stringify(version) },
  banner: {
    // CommonJS packages inside an ES module bundle look for this.
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  onSuccess: async () => {
    const launcher = await readFile('bin/launcher.cjs', 'utf8');
    await writeFile('dist/techsupport.cjs', launcher.replace('TECHSUPPORT_VERSION', version), {
      mode: 0o755,
    });
    await writeFile('dist/report.schema.json', `${JSON.stringify(reportSchema(), null, 2)}\n`);
    await writeFile('dist/ticket.schema.json', `${JSON.stringify(ticketSchema(), null, 2)}\n`);
  },
});
