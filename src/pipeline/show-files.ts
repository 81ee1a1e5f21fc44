import { createHash } from 'node:crypto';
import type { Config } from '../config.js';
import { ARTWORK_PIXELS, drawArtwork } from '../stitch/artwork.js';
import { PRIVATE_FOLDER, type Store } from '../store/contract.js';
import { drawnArtwork, type ReadArtwork, readArtwork } from '../syndicate/artwork.js';
import type { ShowFiles } from '../syndicate/publish.js';
import { readWebFiles } from '../syndicate/web-files.js';

/**
 * What a show publishes beside its editions: player, stylesheet, and its picture, drawn where it has none, so
 * that directories accept its feed from the first day.
 *
 * @throws AudioEditionError (`input`) for a picture that podcast apps don't accept.
 */
export async function showFiles(config: Config, store: Store, webFolder: string): Promise<ShowFiles> {
  const { show } = config;
  const [web, picture] = await Promise.all([readWebFiles(webFolder), pictureOf(config, store)]);
  return { show, files: [...web, ...picture.files], artwork: picture.artwork };
}

async function pictureOf(
  { show }: Config,
  store: Store,
): Promise<{ artwork: ReadArtwork['artwork']; files: ShowFiles['files'] }> {
  if (show.artwork !== undefined) {
    const { artwork, file } = await readArtwork(show.artwork);
    return { artwork, files: [file] };
  }
  const facts = {
    title: show.title,
    line: show.author === show.title ? '' : show.author,
    slug: show.title,
    accent: show.accent,
  };
  const kept = `${PRIVATE_FOLDER}/drawn/${shortHash(JSON.stringify(facts))}.png`;
  const bytes = (await store.read(kept)) ?? (await drawArtwork(facts)).bytes;
  const { artwork, file } = drawnArtwork(bytes, ARTWORK_PIXELS);
  return { artwork, files: [{ name: kept, content: bytes }, file] };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
