"""Runs a program at a terminal of its own. Arguments: JSON with argv, env, columns, keys (each after `after` is seen)."""
import fcntl, json, os, pty, select, struct, sys, termios, time

plan = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, plan['columns'], 0, 0))
    os.execvpe(plan['argv'][0], plan['argv'], plan['env'])

out, keys, seen, begun = b'', list(plan['keys']), 0, time.time()
while time.time() - begun < 20 and len(out) < 1 << 20:
    if keys and keys[0]['after'].encode() in out[seen:]:
        seen = len(out)
        os.write(fd, keys.pop(0)['press'].encode())
    if not select.select([fd], [], [], 0.05)[0]:
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
print(json.dumps({'status': status, 'output': out.decode('utf-8', 'replace')}))
