/**
 * A `Range` header as RFC 9110 (14.1.2) reads it, where the parser that `send` uses would refuse it: a range that ends
 * before it begins is ignored, and more than there is from the end is all of it. Others are returned as they are.
 *
 * @param sizeBytes Of the file.
 */
export function plainRange(header: string | undefined, sizeBytes: number): string | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, '') ?? '') ?? [];
  if (first === undefined || last === undefined) return header;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (first === '' && last !== '' && Number(last) > sizeBytes) return 'bytes=0-';
  return header;
}
