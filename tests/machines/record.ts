/**
 * Records what the checks ask of the computer it runs on, to stdout:
 * npx esbuild --bundle tests/machines/record.ts --platform=node --format=esm --outfile=coverage/record.mjs \
 *   --banner:js="import{createRequire}from'module';const require=createRequire(import.meta.url)"
 * In the fault lab, whose servers are the only ones there:
 * ../shared/lab/lab.sh run isp-down -- node coverage/record.mjs --lab connectivity >tests/machines/isp-down.json
 * In the lab of virtual machines, all checks:
 * ../shared/vmlab/vm.sh run --share coverage healthy -- node record.mjs >tests/machines/debian-12.json
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { Settings } from '../../src/contract.ts';
import { local } from '../../src/host/local.ts';
import { recording } from '../../src/host/recording.ts';
import { sharing } from '../../src/host/sharing.ts';
import { isNetwork } from '../../src/limits.ts';
import { run } from '../../src/run.ts';

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
// Our own file, in this form.
const settings = words.includes('--lab')
  ? (parse(readFileSync('tests/lab/techsupport.config.yaml', 'utf8')) as Readonly<Record<string, Settings>>)
  : {};
const checks = await Promise.all((wanted.length > 0 ? wanted : checkIds).map(loadCheck));
const base = local();
/** A virtual machine without hardware help takes a minute for what takes a second. */
const PATIENCE_MS = 120_000;
const { host, recorded } = recording(
  sharing({
    os: base.os,
    ask: (id, request, { signal, timeoutMs }) =>
      isNetwork(request)
        ? base.ask(id, request, { signal, timeoutMs })
        : base.ask(id, 'timeoutMs' in request ? { ...request, timeoutMs: PATIENCE_MS } : request, {
            signal,
            timeoutMs: PATIENCE_MS,
          }),
  }),
);
await run(checks, host, { settings, limits: { checkMs: 5 * PATIENCE_MS, totalMs: 5 * PATIENCE_MS } });
process.stdout.write(`${JSON.stringify(recorded())}\n`, () => process.exit(0));
