import path from 'node:path';
import type { Environment } from '../config.js';
import { type Ffmpeg, findFfmpeg } from '../stitch/ffmpeg.js';

/** ffmpeg, by what the environment says. @throws AudioEditionError (`input`) where there is none. */
export function findTools({ ffmpegPath, searchPath = '' }: Environment): Promise<Ffmpeg> {
  const pathFolders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  return findFfmpeg({ ffmpegPath, pathFolders });
}
