/**
 * Keys and tokens as their issuers make them. Their beginnings stand here in pieces, and the rest is chance: nothing
 * in the repository looks like somebody's secret.
 */
import { type Format, type Kind, kind, syslog } from './kind.ts';
import { type Chance, DIGITS, UPPER } from './random.ts';

const glue = (...pieces: readonly string[]): string => pieces.join('');

/** Where any token turns up. */
const ANYWHERE: readonly Format[] = [
  (v) => `+ deploy --verbose ${v}`,
  (v, c) => `${syslog(c, 'runner')}remote: using credential ${v} for push`,
  (v) => `"value": "${v}"`,
  (v) => `    at Client.call (app.js:14:9) args=['${v}']`,
  (v) => `Ошибка: ключ ${v} отклонён сервером`,
  (v) => `- ${v}`,
];
const token = (name: string, value: (c: Chance) => string, formats: readonly Format[] = []): Kind =>
  kind('secret', name, value, [...formats, ...ANYWHERE]);

const base64url = (c: Chance, length: number): string => c.base64(length).replace(/[+/]/g, '_');
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const TOKENS: readonly Kind[] = [
  kind('secret', 'bearer', (c) => c.mixed(36), [
    (v) => `curl -H "Authorization: Bearer ${v}" https://api.invalid/`,
    (v) => `> authorization: bearer ${v}\r`,
    (v) => `"Authorization": "Bearer ${v}",`,
    (v) => `headers={'Authorization': 'token ${v}'}`,
    (v) => `proxy_set_header Authorization "Bearer ${v}";`,
  ]),
  kind('secret', 'basic', (c) => Buffer.from(`svc:${c.mixed(14)}`).toString('base64'), [
    (v) => `Authorization: Basic ${v}`,
    (v) => `< proxy-authorization: Basic ${v}\r`,
    (v) => `"auths": {\n\t\t"registry.invalid": {\n\t\t\t"auth": "${v}"\n\t\t}\n\t}`,
    (v) => `//registry.invalid/:_auth=${v}`,
    (v) => `http.extraheader=AUTHORIZATION: basic ${v}`,
  ]),
  kind('secret', 'cookie', (c) => c.mixed(32), [
    (v) => `Cookie: lang=en; sessionid=${v}`,
    (v) => `< Set-Cookie: PHPSESSID=${v}; path=/; HttpOnly`,
    (v) => `curl -b "JSESSIONID=${v}" https://app.invalid/`,
    (v) => `"cookie": "connect.sid=${v}"`,
    (v) => `.invalid\tTRUE\t/\tTRUE\t1767225600\tsession_token\t${v}`,
  ]),
  token(
    'JWT',
    (c) =>
      `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub: c.digits(9), iat: c.int(1e9, 2e9) })}.${base64url(c, 43)}`,
    [(v) => `token expired: ${v}`, (v) => `https://app.invalid/callback#id_token=${v}&state=1`],
  ),
  token('AWS access key id', (c) => glue(c.pick(['AK', 'AS']), 'IA', c.chars(`${UPPER}234567`, 16)), [
    (v) => `[default]\naws_access_key_id = ${v}`,
    (v) => `https://s3.invalid/b/k?X-Amz-Credential=${v}%2F20260312%2Feu-central-1%2Fs3%2Faws4_request`,
  ]),
  kind('secret', 'AWS secret access key', (c) => c.base64(40), [
    (v) => `aws_secret_access_key = ${v}`,
    (v) => `"SecretAccessKey": "${v}",`,
    (v) => `AWS_SECRET_ACCESS_KEY=${v}`,
    (v) => `  secret_key = "${v}"`,
  ]),
  token('Google Cloud', (c) =>
    c.pick([
      glue('AI', 'za', 'Sy', base64url(c, 33)),
      glue('ya', '29.', base64url(c, 80)),
      glue('GOC', 'SPX-', base64url(c, 28)),
    ]),
  ),
  kind('secret', 'Azure', (c) => c.pick([`${c.base64(86)}==`, glue(c.mixed(3), '8Q', '~', c.mixed(34))]), [
    (v) => `DefaultEndpointsProtocol=https;AccountName=store;AccountKey=${v};EndpointSuffix=core.windows.net`,
    (v) => `AZURE_CLIENT_SECRET=${v}`,
    (v) => `"clientSecret": "${v}"`,
    (v) => `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${v}`,
    (v) => `az login --service-principal -u app -p ${v} --tenant x`,
    (v) => `HostName=hub.azure-devices.net;DeviceId=d1;SharedAccessKey=${v}`,
  ]),
  kind('secret', 'Azure shared access signature', (c) => `${base64url(c, 43)}%3D`, [
    (v) => `https://store.blob.core.windows.net/b/k?sv=2024-11-04&se=2026-04-01&sr=b&sp=r&sig=${v}`,
    (v) => `SharedAccessSignature sr=hub&sig=${v}&se=1767225600`,
  ]),
  token('other clouds', (c) =>
    c.pick([
      glue('do', 'p_v1_', c.hex(64)),
      glue('hv', 's.', c.mixed(90)),
      glue('da', 'pi', c.hex(32)),
      glue('LT', 'AI', c.mixed(20)),
      glue('AQ', 'VN', base64url(c, 36)),
      glue('h', 'f_', c.mixed(34)),
      glue('gl', 'sa_', c.mixed(32), '_', c.hex(8)),
    ]),
  ),
  token(
    'GitHub',
    (c) =>
      c.pick([
        glue('gh', c.pick(['p', 'o', 's', 'u']), '_', c.mixed(36)),
        glue('github', '_pat_', c.mixed(22), '_', c.mixed(59)),
      ]),
    [(v) => `https://x-access-token:${v}@github.com/team/tools.git`, (v) => `GITHUB_TOKEN: ${v}`],
  ),
  token(
    'GitLab',
    (c) =>
      glue(
        'gl',
        c.pick(['pat', 'dt', 'rt', 'ptt', 'oas', 'soat', 'agent']),
        '-',
        base64url(c, 22).replace(/^_/, 'a'),
      ),
    [(v) => `PRIVATE-TOKEN: ${v}`, (v) => `https://oauth2:${v}@gitlab.com/team/tools.git`],
  ),
  token(
    'Bitbucket',
    (c) => c.pick([glue('AT', 'BB', c.mixed(32)), glue('AT', 'CTT3xFfGF0', base64url(c, 120))]),
    [(v) => `git clone https://x-token-auth:${v}@bitbucket.org/team/tools.git`],
  ),
  token('Slack', (c) =>
    glue('xo', c.pick(['xb', 'xp', 'xa']), '-', c.digits(12), '-', c.digits(12), '-', c.mixed(24)),
  ),
  kind('secret', 'Slack webhook', (c) => `T${c.upper(8)}/B${c.upper(10)}/${c.mixed(24)}`, [
    (v) => `SLACK_URL=https://${glue('hooks', '.slack.com/services/')}${v}`,
    (v) => `curl -X POST https://${glue('hooks', '.slack.com/services/')}${v} -d '{}'`,
  ]),
  token('Telegram', (c) => `${c.digits(10)}:${glue('A', 'A')}${base64url(c, 33)}`, [
    (v) => `https://api.telegram.org/bot${v}/sendMessage`,
  ]),
  token('Discord', (c) => glue('M', c.mixed(23), '.', c.mixed(6), '.', c.mixed(38)), [
    (v) => `client.login("${v}")`,
  ]),
  kind('secret', 'Discord webhook', (c) => `${c.digits(18)}/${c.mixed(68)}`, [
    (v) => `https://${glue('discord', '.com/api/webhooks/')}${v}`,
    (v) => `POST https://${glue('discordapp', '.com/api/webhooks/')}${v} 204`,
  ]),
  kind(
    'secret',
    'Teams webhook',
    (c) => `${c.hex(32)}/${c.hex(8)}-${c.hex(4)}-4${c.hex(3)}-a${c.hex(3)}-${c.hex(12)}`,
    [
      (v) => `https://borealis.webhook.office.com/webhookb2/0@0/IncomingWebhook/${v}`,
      (v) => `TEAMS_URL="https://outlook.office.com/webhook/0@0/IncomingWebhook/${v}"`,
    ],
  ),
  token(
    'Stripe',
    (c) => glue(c.pick(['s', 'r']), 'k_', c.pick(['live', 'test']), '_', c.mixed(c.pick([24, 98]))),
    [(v) => `stripe.api_key = "${v}"`, (v) => `No such charge; request made with key ${v}`],
  ),
  token('Square', (c) =>
    c.pick([
      glue('sq', '0atp-', base64url(c, 22)),
      glue('EA', 'AA', base64url(c, 60)),
      glue('sq', '0csp-', base64url(c, 43)),
    ]),
  ),
  kind('secret', 'PayPal', (c) => glue('E', base64url(c, 79)), [
    (v) => `PAYPAL_SECRET=${v}`,
    (v) => `paypal: {mode: live, client_secret: "${v}"}`,
    (v) => `"paypal_client_secret":"${v}"`,
    (v) => `PAYPAL_CLIENT_SECRET: ${v}`,
  ]),
  token('npm', (c) => glue('np', 'm_', c.mixed(36)), [(v) => `//registry.npmjs.org/:_authToken=${v}`]),
  token('PyPI', (c) => glue('py', 'pi-', 'AgEIcHlwaS5vcmc', base64url(c, 150)), [
    (v) => `[pypi]\nusername = __token__\npassword = ${v}`,
  ]),
  token('OpenAI, Anthropic', (c) =>
    c.pick([
      glue('s', 'k-proj-', base64url(c, 120)),
      glue('s', 'k-ant-api03-', base64url(c, 93)),
      glue('s', 'k-', c.mixed(48)),
    ]),
  ),
  token('SendGrid, Mailgun, Twilio', (c) =>
    c.pick([
      glue('S', 'G.', base64url(c, 22), '.', base64url(c, 43)),
      glue('ke', 'y-', c.hex(32)),
      glue('S', 'K', c.hex(32)),
    ]),
  ),
  token('Shopify, Docker, Tailscale', (c) =>
    c.pick([
      glue('shp', 'at_', c.hex(32)),
      glue('dc', 'kr_pat_', base64url(c, 27)),
      glue('ts', 'key-auth-', c.mixed(12), '-', c.mixed(32)),
    ]),
  ),
  kind('secret', 'Kubernetes secret', (c) => c.base64(30), [
    (v) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: ${v}==`,
    (v) => `users:\n- name: admin\n  user:\n    client-key-data: ${v}==`,
    (v) => `    token: ${v}`,
    (v) => `kubectl create secret generic db --from-literal=password=${v}`,
  ]),
  kind('secret', 'one-time secret', (c) => c.chars(`${UPPER.slice(0, 26)}234567`, 32), [
    (v) => `otpauth://totp/App:acct7?secret=${v}&issuer=App`,
    (v) => `totp_secret: ${v}`,
  ]),
  kind('secret', 'SIM and device PIN', (c) => c.chars(DIGITS, 8), [
    (v) => `PUK: ${v}`,
    (v) => `puk_code=${v}`,
    (v) => `WPS PIN: ${v}`,
  ]),
];
