import { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { AudioEditionError, messageOf } from '../../errors.js';

/** Where a bucket is and who may write to it. */
export interface S3Settings {
  readonly bucket: string;
  /** Of the service, without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface S3Object {
  readonly key: string;
  readonly bytes: number;
  readonly etag: string;
}

/** The few requests of S3 that a store needs; any compatible service answers them. */
export interface S3Client {
  /** The object's response, or nothing where there is none. */
  get(key: string): Promise<Response | undefined>;
  head(key: string): Promise<Headers | undefined>;
  /** Says false where a condition of the headers (`If-Match`, `If-None-Match`) did not hold. */
  put(key: string, body: Uint8Array, headers: Readonly<Record<string, string>>): Promise<boolean>;
  copy(from: string, to: string): Promise<void>;
  remove(key: string): Promise<void>;
  list(prefix: string): AsyncIterable<S3Object>;
}

const RETRIES = 4;
const NOT_FOUND = 404;
/** 409: two conditional writes at the same time. 412: the condition doesn't hold. */
const CONDITION_FAILED = [409, 412];

/** A client for one bucket, addressed by path, which every service understands. */
export function createS3Client(settings: S3Settings): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken, region } = settings;
  const aws = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    service: 's3',
    region,
    retries: RETRIES,
  });
  const bucketUrl = `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}`;
  const ask = async (
    method: string,
    path: string,
    init: RequestInit = {},
    allowed: readonly number[] = [],
  ) => {
    const response = await reach(settings, () => aws.fetch(`${bucketUrl}/${path}`, { ...init, method }));
    if (!response.ok && !allowed.includes(response.status))
      throw await refused(settings, method, path, response);
    return response;
  };
  return {
    async get(key) {
      const response = await ask('GET', encodeKey(key), {}, [NOT_FOUND]);
      return response.ok ? response : undefined;
    },
    async head(key) {
      const response = await ask('HEAD', encodeKey(key), {}, [NOT_FOUND]);
      return response.ok ? response.headers : undefined;
    },
    async put(key, body, headers) {
      const init = { headers, body: new Uint8Array(body) };
      return (await ask('PUT', encodeKey(key), init, CONDITION_FAILED)).ok;
    },
    async copy(from, to) {
      await ask('PUT', encodeKey(to), {
        headers: { 'x-amz-copy-source': `/${settings.bucket}/${encodeKey(from)}` },
      });
    },
    async remove(key) {
      await ask('DELETE', encodeKey(key), {}, [NOT_FOUND]);
    },
    async *list(prefix) {
      let token: string | undefined;
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix });
        if (token !== undefined) query.set('continuation-token', token);
        const page = parseListing(await (await ask('GET', `?${query}`)).text());
        yield* page.objects;
        token = page.next;
      } while (token !== undefined);
    },
  };
}

function encodeKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}

async function reach<T>({ endpoint }: S3Settings, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (cause) {
    throw new AudioEditionError(
      `The object storage at ${endpoint} can't be reached (${messageOf(cause)}); check the endpoint and the network.`,
      { code: 'storage-unreachable', stage: 'store', cause, data: { endpoint } },
    );
  }
}

/** Services say why in XML: `<Code>AccessDenied</Code>`. Nothing else of their answer is shown. */
async function refused(
  { bucket, endpoint }: S3Settings,
  method: string,
  path: string,
  response: Response,
): Promise<AudioEditionError> {
  const code = /<Code>([A-Za-z]+)<\/Code>/.exec(await response.text())?.[1] ?? '';
  return new AudioEditionError(
    `The object storage at ${endpoint} refused to ${method} in the bucket "${bucket}" (${response.status} ${code}); check the bucket's name and the key's rights.`,
    {
      code: 'storage-refused',
      stage: 'store',
      fault: [401, 403, NOT_FOUND].includes(response.status) ? 'input' : 'failure',
      data: { status: response.status, code, path },
    },
  );
}

interface Listing {
  readonly objects: readonly S3Object[];
  readonly next: string | undefined;
}

/** An answer of ListObjectsV2. */
function parseListing(xml: string): Listing {
  const objects: S3Object[] = [];
  const fields: Record<string, string> = {};
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    fields[name] = text;
    if (name !== 'Contents') return;
    const { Key: key = '', Size: size = '0', ETag: etag = '' } = fields;
    objects.push({ key, bytes: Number(size), etag });
  });
  parser.write(xml).close();
  const isMore = fields['IsTruncated'] === 'true';
  return { objects, next: isMore ? fields['NextContinuationToken'] : undefined };
}
