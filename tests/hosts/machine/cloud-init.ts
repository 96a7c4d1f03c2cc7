/** What `cloud-init status` says at the end. */
export interface CloudInitStatus {
  status: 'done' | 'error' | 'disabled';
  extended_status: string;
  errors: string[];
  recoverable_errors: Record<string, string[]>;
}

/** Reads `cloud-init status --format json`; undefined while it works. */
export function readStatus(text: string): CloudInitStatus | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const status = JSON.parse(text) as CloudInitStatus;
  return ['done', 'error', 'disabled'].includes(status.status) ? status : undefined;
}
