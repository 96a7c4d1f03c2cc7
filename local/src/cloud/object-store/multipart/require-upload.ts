import { CloudError } from '../../cloud-error.ts';
import { parameterOf } from '../../http/request-target.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { findUpload, type Upload } from './upload.table.ts';

/** The upload that a request names. @throws CloudError 404 NoSuchUpload */
export function requireUpload(store: ObjectStore, request: StoreRequest): Upload {
  const id = parameterOf(request.target, 'uploadId') ?? '';
  const upload = findUpload(store.db, id, request.bucket, request.key);
  if (upload) return upload;
  throw new CloudError(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId: id.slice(0, 100) },
  );
}
