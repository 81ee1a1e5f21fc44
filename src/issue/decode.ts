import { AudioEditionError } from '../errors.js';
import { type IssueDocument, nameOf } from './document.js';

/** The document's text: charset from the byte order mark, the server or the document; `\n` line ends. */
export function decodeDocument(document: IssueDocument): string {
  const { bytes } = document;
  refuseBinary(document);
  const text = decodeBytes(bytes, charsetOf(bytes, document.mediaType));
  return text.replace(/\r\n?/g, '\n');
}

/** Decodes bytes; what does not fit the charset becomes U+FFFD, an unknown charset is taken as UTF-8. */
function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function charsetOf(bytes: Uint8Array, mediaType = ''): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const served = /charset\s*=\s*"?([\w-]+)/i.exec(mediaType)?.[1];
  if (served) return served;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(
    start,
  );
  return declared?.[1] ?? declared?.[2] ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return mostlyUtf8(bytes);
  }
}

/** One broken byte in a long UTF-8 text should not make all of its quotation marks wrong. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return good > broken * 4;
}

/** First bytes, read as Windows-1252, of files that people pass by mistake. */
const SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ['a PDF file', '%PDF-'],
  ['a ZIP archive or an office document', 'PK\u0003\u0004'],
  ['a PNG picture', '‰PNG'],
  ['a JPEG picture', '\u00ff\u00d8\u00ff'],
  ['a GIF picture', 'GIF8'],
  ['an MP3 file', 'ID3'],
  ['a gzip archive', '\u001f\u008b'],
  ['a WAV or AVI file', 'RIFF'],
];

function refuseBinary(document: IssueDocument): void {
  const start = new TextDecoder('latin1').decode(document.bytes.subarray(0, 8));
  const known = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (!known && !hasBinaryBytes(document.bytes)) return;
  throw new AudioEditionError(
    `${nameOf(document)} is ${known?.[0] ?? 'a binary file'}, not an issue; give HTML, Markdown, plain text or an e-mail (.eml).`,
    { code: 'issue-binary', stage: 'issue', fault: 'input' },
  );
}

function hasBinaryBytes(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isWide && bytes.subarray(0, 8192).includes(0);
}
