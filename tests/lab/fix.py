"""Repairs one fault from inside the lab, as a person at a plain terminal would, and takes it back again.

Arguments: JSON with argv (the program), finding, fix (none: unattended), undo (whether to take it back).
Prints one JSON object: what each run said, and which findings are open after each.
"""
import json, os, pty, re, select, subprocess, sys, time

plan = json.loads(sys.argv[1])
module = plan['finding'].split('/')[0]


def at_terminal(arguments):
    """Answers what is asked: the fix where one is to be chosen (then nothing more), and yes to everything else."""
    pid, fd = pty.fork()
    if pid == 0:
        os.execvpe(plan['argv'][0], plan['argv'] + arguments, {**os.environ, 'TERM': 'dumb', 'COLUMNS': '100'})
    out, seen, begun, chosen = b'', 0, time.time(), False
    while time.time() - begun < 100:
        if re.search(rb'Number, 1 to \d+: $', out[seen:]):
            question, seen = out[seen:], len(out)
            if b'What should be done?' not in question:
                answer = 'yes'
            else:
                answer, chosen = ('leave' if chosen else plan['fix']), True
            os.write(fd, (answer + '\n').encode())
        if not select.select([fd], [], [], 0.1)[0]:
            continue
        try:
            chunk = os.read(fd, 65536)
        except OSError:
            break
        if not chunk:
            break
        out += chunk
    else:
        os.kill(pid, 9)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return {'status': status, 'output': out.decode('utf-8', 'replace')}


def unattended(arguments):
    ran = subprocess.run(plan['argv'] + arguments, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return {'status': ran.returncode, 'output': ran.stdout + ran.stderr}


def open_now():
    ran = subprocess.run(
        plan['argv'] + ['check', module, '--format', 'json'], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    checks = json.loads(ran.stdout)['checks']
    return [finding['code'] for check in checks for finding in check['findings']]


run = at_terminal if plan.get('fix') else unattended
yes = [] if plan.get('fix') else ['--yes']
result = {'before': open_now(), 'fix': run(['fix', plan['finding']] + yes), 'after': open_now()}
if plan['undo']:
    result['undo'] = run(['fix', '--undo'] + yes)
    result['back'] = open_now()
print(json.dumps(result))
