import { once } from 'node:events';
import { serveOutput } from '../../web/serve/serve-output.js';
import type { CommandContext } from '../context.js';
import { folderOf } from '../out.js';

export interface ServeFlags {
  readonly out: string;
  readonly port: number;
  readonly host: string;
}

/** `audio-edition serve`: listen locally, until the program is interrupted. */
export async function serveCommand(flags: ServeFlags, { terminal, signal }: CommandContext): Promise<void> {
  const directory = folderOf(flags.out, 'serve', "open the bucket's own web address");
  const server = await serveOutput({ directory, host: flags.host, port: flags.port });
  terminal.result(`Listen at ${server.url} (stop with Ctrl-C).`);
  if (!signal.aborted) await once(signal, 'abort');
  await server.close();
}
