import { parameterOf } from '../../http/request-target.ts';
import { readCount } from '../listing/list-objects.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { answerXml } from '../xml/xml-exchange.ts';
import { requireUpload } from './require-upload.ts';
import { partsOf } from './upload.table.ts';

const MAX_PARTS = 1000;

export function listParts(store: ObjectStore, list: StoreRequest): void {
  const upload = requireUpload(store, list);
  const value = (name: string) => parameterOf(list.target, name);
  const maxParts = readCount('max-parts', value('max-parts'), MAX_PARTS);
  const after = value('part-number-marker')
    ? readCount('part-number-marker', value('part-number-marker'), 10_000)
    : 0;
  const parts = partsOf(store.db, upload.id, after);
  const page = parts.slice(0, maxParts);
  answerXml(list.response, 'ListPartsResult', {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: upload.id,
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.partNumber,
    MaxParts: maxParts,
    IsTruncated: page.length < parts.length,
    ChecksumAlgorithm: upload.checksumAlgorithm,
    Part: page.map((part) => ({
      PartNumber: part.partNumber,
      LastModified: new Date(part.modifiedAt).toISOString(),
      ETag: `"${part.md5}"`,
      Size: part.bytes,
      ...(part.checksumAlgorithm ? { [`Checksum${part.checksumAlgorithm}`]: part.checksum } : {}),
    })),
    StorageClass: 'STANDARD',
  });
}
