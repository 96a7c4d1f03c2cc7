import { startLocalCloud } from '@movieflix/local/cloud/start-local-cloud.ts';

// A local cloud in a process of its own, which a test can measure and kill. Options come as JSON.
const cloud = await startLocalCloud(JSON.parse(process.argv[2] ?? ''));
process.send?.(cloud.endpoint);
