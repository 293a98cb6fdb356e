/** What the security check reads: texts as they are, and texts that somebody garbled. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClamav } from '../../checks/security/reads/linux.ts';
import { parseRemediator } from '../../checks/security/reads/macos.ts';
import { windowsReads } from '../../checks/security/reads/windows.ts';
import { sshdSettings } from '../../checks/security/sshd.ts';
import { Unreadable } from '../../src/contract.ts';
import { parsePem } from '../../src/sources/certificate.ts';
import { parseNetstat, parseProcTcp } from '../../src/sources/listeners.ts';
import { partOf } from '../../src/sources/windows-part.ts';

/** It gives a value or says that it cannot; nothing else is thrown, and it ends. */
const parsesOrRefuses = (parse: (text: string) => unknown, seeds: readonly string[]): void => {
  const garbled = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(400), fc.nat(40), fc.string({ maxLength: 30 }))
    .map(([seed, at, cut, put]) => seed.slice(0, at) + put + seed.slice(at + cut));
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 200 }), garbled), (text) => {
      try {
        parse(text);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    }),
    { numRuns: 300 },
  );
};

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 21391 1 0000000000000000 100 0 0 10 0
   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 21392 1 0000000000000000 100 0 0 10 0
   2: 2A00A8C0:D431 22D8B85D:01BB 01 00000000:00000000 02:000009F1 00000000  1000        0 40122 2 0000000000000000 24 4 30 10 -1
`;
const TCP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000001000000:0277 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000 100 0 0 10 0
   1: 0000000000000000FFFF00000100007F:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000 100 0 0 10 0
   2: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000 100 0 0 10 0
`;
const NETSTAT = `Active Internet connections (including servers)
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp46      0      0  *.22                   *.*                    LISTEN
tcp6       0      0  ::1.631                *.*                    LISTEN
tcp6       0      0  fe80::1%lo0.49152      *.*                    LISTEN
`;

describe('who listens', () => {
  test('/proc/net/tcp', () => {
    expect(parseProcTcp(TCP)).toEqual([
      { port: 631, loopback: true },
      { port: 22, loopback: false },
    ]);
  });

  test('/proc/net/tcp6, with ::1 and 127.0.0.1 in its clothes', () => {
    expect(parseProcTcp(TCP6).map(({ loopback }) => loopback)).toEqual([true, true, false]);
  });

  test('netstat of macOS', () => {
    expect(parseNetstat(NETSTAT)).toEqual([
      { port: 22, loopback: false },
      { port: 631, loopback: true },
      { port: 49152, loopback: true },
    ]);
  });

  // Captured on FreeBSD 12 (jc), shortened.
  test('with -A the columns stand elsewhere: nobody listens would be a lie', () => {
    const moved = `Active Internet connections (including servers)
Tcpcb            Proto Recv-Q Send-Q Local Address          Foreign Address        (state)
fffff8000f8b6000 tcp4       0      0 *.22                   *.*                    LISTEN
`;
    expect(() => parseNetstat(moved)).toThrow(Unreadable);
  });

  test('a line that is cut off is no half a port', () => {
    expect(() => parseProcTcp(TCP.slice(0, 130))).toThrow(Unreadable);
  });

  test('garbled', () => {
    parsesOrRefuses(parseProcTcp, [TCP, TCP6]);
    parsesOrRefuses(parseNetstat, [NETSTAT]);
  });
});

describe('sshd_config', () => {
  test('the first value counts, and parts stand where Include stands', () => {
    const parts = [
      { name: '90-late.conf', text: 'PasswordAuthentication yes' },
      { name: '10-early.conf', text: 'PasswordAuthentication no\nKbdInteractiveAuthentication no' },
    ];
    expect(sshdSettings('Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes', parts).passwords).toBe(false);
    expect(
      sshdSettings('PasswordAuthentication yes\nInclude /etc/ssh/sshd_config.d/*.conf', parts).passwords,
    ).toBe(true);
  });

  test('PAM asks for the password too', () => {
    expect(sshdSettings('PasswordAuthentication no\nUsePAM yes\n', []).passwords).toBe(true);
    expect(
      sshdSettings('PasswordAuthentication no\nUsePAM yes\nKbdInteractiveAuthentication no\n', []).passwords,
    ).toBe(false);
  });

  test('methods that begin with a key', () => {
    expect(sshdSettings('AuthenticationMethods publickey,password', []).passwords).toBe(false);
    expect(sshdSettings('AuthenticationMethods publickey password', []).passwords).toBe(true);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        (text) => void sshdSettings(text, [{ name: 'a.conf', text }]),
      ),
    );
  });
});

describe('certificates', () => {
  test('text without one is refused, and so is a damaged one', () => {
    expect(() => parsePem('hello')).toThrow(Unreadable);
    expect(() => parsePem('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toThrow(
      Unreadable,
    );
    const base64 = fc.uint8Array({ maxLength: 120 }).map((bytes) => btoa(String.fromCharCode(...bytes)));
    fc.assert(
      fc.property(base64, (text) => {
        expect(() => parsePem(`-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`)).toThrow(
          Unreadable,
        );
      }),
    );
  });
});

describe('logs', () => {
  test('ClamAV: what was found, and no status line', () => {
    expect(
      parseClamav(
        'Mon Nov 23 10:00:00 2026 -> /a b/c: Eicar-Signature(69630e4574ec6798239b091cda43dca0:69) FOUND\nSelfCheck: OK\n/x: OK\n',
      ),
    ).toEqual([{ path: '/a b/c', name: 'Eicar-Signature' }]);
  });

  test('XProtect: garbled', () => {
    parsesOrRefuses(parseRemediator, [
      '{"eventMessage":"{\\"caused_by\\":[\\"x\\"],\\"status_message\\":\\"y\\"}"}',
    ]);
  });
});

describe('the batch of Windows', () => {
  test('a part tells nothing from not being able to look', () => {
    expect(partOf('{"a":{"value":[]}}', 'a')).toEqual([]);
    expect(partOf('{"a":{"value":{"x":1}}}', 'a')).toEqual([{ x: 1 }]);
    for (const reason of ['denied', 'absent', 'failed']) {
      expect(() => partOf(`{"a":{"${reason}":"HRESULT 0x80041003"}}`, 'a')).toThrow(
        expect.objectContaining({ status: reason }),
      );
    }
    expect(() => partOf('{}', 'a')).toThrow(Unreadable);
    parsesOrRefuses((text) => partOf(text, 'a'), ['{"a":{"value":[{"x":1}]}}']);
  });

  test('fits into a command line of Windows', () => {
    const request = windowsReads.winRdp.on.win32?.request;
    const length = request?.kind === 'exec' ? request.argv.join(' ').length : Number.POSITIVE_INFINITY;
    // CreateProcess takes 32 767 characters, and the folder of PowerShell stands before them.
    expect(length).toBeLessThan(32_000);
  });

  test('all parts are asked for at once', () => {
    const requests = Object.values(windowsReads).map(({ on }) => JSON.stringify(on.win32?.request));
    expect(new Set(requests).size).toBe(1);
  });
});
