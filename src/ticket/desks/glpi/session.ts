/** GLPI speaks within sessions: one for each thing that is asked for, ended when it is done. */
import { z } from 'zod';
import type { DeskOptions, Failed, Looked } from '../../desk.ts';
import { type Answer, lookFailed } from '../../http/answer.ts';
import { makeAsker } from '../../http/ask.ts';
import { type Call, type Client, type DeskEnvironment, isFailed } from '../../http/client.ts';
import { refusalInWords } from '../../http/said.ts';
import { readSecret, type SecretSource } from '../../secret.ts';

export interface Session {
  look<S extends z.ZodType>(call: Call, schema: S): Promise<Looked<z.output<S>>>;
  send<S extends z.ZodType>(call: Call, schema: S): Promise<Looked<z.output<S>>>;
}

/** The token is a secret as long as the session lasts. */
const opened = z.looseObject({ session_token: z.string().regex(/^[\w,-]{8,200}$/) });

export const sessions =
  (
    client: Client,
    { env }: DeskEnvironment,
    settings: { readonly appToken?: SecretSource | undefined; readonly secretTimeoutMs: number },
  ) =>
  async <T>(options: DeskOptions, use: (session: Session) => Promise<T | Failed>): Promise<T | Failed> => {
    const app =
      settings.appToken === undefined
        ? undefined
        : await readSecret(settings.appToken, {
            env,
            timeoutMs: settings.secretTimeoutMs,
            signal: options.signal,
          });
    if (app?.status === 'failed') return app;
    const appSecrets = app === undefined ? [] : [app.secret];
    const appHeader = app === undefined ? {} : { 'App-Token': app.secret };
    const { send } = makeAsker(client, refused);
    const begun = await send(
      { method: 'GET', path: 'apirest.php/initSession', headers: appHeader, secrets: appSecrets },
      opened,
      options,
    );
    // Nothing was filed yet. What was taken for no token may be one all the same: not shown.
    if (begun.status === 'failed') {
      const { failure } = lookFailed(begun);
      const isUnread = failure.code === 'answer-unclear';
      return { status: 'failed', failure: { ...failure, ...(isUnread && { detail: 'no session token' }) } };
    }
    const token = begun.value.session_token;
    const within = (call: Call): Call => ({
      ...call,
      path: `apirest.php/${call.path}`,
      headers: { ...appHeader, 'Session-Token': token, ...call.headers },
      secrets: [...appSecrets, token],
    });
    try {
      return await use({
        send: (call, schema) => send(within(call), schema, options),
        look: async (call, schema) => {
          const seen = await send(within(call), schema, options);
          return isFailed(seen) ? lookFailed(seen) : seen;
        },
      });
    } finally {
      // It would end by itself.
      await client.call(within({ method: 'GET', path: 'killSession' }), options);
    }
  };

/** `["ERROR_RIGHT_MISSING", "You don't have permission…"]`, with a status that says less. */
const refused = (answer: Answer): Failed => {
  const refusal = refusalInWords(answer);
  const { failure } = refusal;
  const has = (pattern: RegExp): boolean => pattern.test(answer.text ?? '');
  if (has(/ERROR_RIGHT_MISSING|ERROR_NOT_ALLOWED_IP/)) {
    return { status: 'failed', failure: { ...failure, code: 'forbidden', again: 'person' } };
  }
  if (answer.status === 400 && has(/ERROR_GLPI_ADD/) && has(/mandatory|obligatoire|обязател/i)) {
    return { status: 'failed', failure: { ...failure, code: 'field-missing', again: 'person' } };
  }
  return refusal;
};
