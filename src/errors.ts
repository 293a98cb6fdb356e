/** Trouble a person can do something about: told without a stack. */
import type { Language } from './contract.ts';
import { EXIT } from './exit.ts';

export interface UserErrorOptions {
  readonly cause?: unknown;
  /** The same in Russian, where there is more to say than a code. */
  readonly ru?: { readonly message: string; readonly hint: string };
  /** 70 where nothing is said. */
  readonly exitCode?: number;
}

export class UserError extends Error {
  override readonly name = 'UserError';
  readonly ru: { readonly message: string; readonly hint: string } | undefined;
  readonly exitCode: number;

  constructor(
    /** Stable: `E_BUNDLE_VERSION`. */
    readonly code: `E_${string}`,
    message: string,
    /** What to do about it. */
    readonly hint: string,
    options: UserErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.ru = options.ru;
    this.exitCode = options.exitCode ?? EXIT.fault;
  }

  say(language: Language): { readonly message: string; readonly hint: string } {
    return language === 'ru' && this.ru !== undefined ? this.ru : { message: this.message, hint: this.hint };
  }
}
