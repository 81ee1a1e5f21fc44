import { messageOf } from '../errors.js';

/** What the codes of Node's network errors mean. `unsent`: the request did not leave, so it costs nothing. */
const MEANINGS: Readonly<Record<string, { readonly says: string; readonly unsent?: true }>> = {
  ENOTFOUND: { says: 'the network knows no such host', unsent: true },
  EAI_AGAIN: { says: 'the host’s name could not be looked up', unsent: true },
  ECONNREFUSED: { says: 'nothing answers at this address', unsent: true },
  EHOSTUNREACH: { says: 'there is no way to the host', unsent: true },
  ENETUNREACH: { says: 'there is no network', unsent: true },
  ETIMEDOUT: { says: 'the connection timed out' },
  ECONNRESET: { says: 'the connection broke off' },
  EPIPE: { says: 'the connection broke off' },
};

/** OpenSSL's errors: a certificate that is not to be trusted, or a server that speaks no TLS. */
const TLS_CODES = /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$/;

export interface NetworkFailure {
  /** What happened, in plain words; the host is named by the sentence around it. */
  readonly says: string;
  /** The request did not leave this machine. */
  readonly isUnsent: boolean;
}

/** Reads an error of the network, wherever in the chain of causes its code stands. */
export function readNetworkFailure(error: unknown): NetworkFailure | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
    // A host with several addresses fails with one error for each.
    if (code === undefined && cause instanceof AggregateError) return readNetworkFailure(cause.errors[0]);
    if (code === undefined) continue;
    const meaning = MEANINGS[code];
    if (meaning !== undefined) return { says: `${meaning.says}, ${code}`, isUnsent: meaning.unsent === true };
    if (TLS_CODES.test(code))
      return { says: `no safe connection: ${messageOf(cause)}, ${code}`, isUnsent: true };
  }
  return undefined;
}
