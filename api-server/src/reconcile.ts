import { runReconciliation } from './reconciliation/run-reconciliation.ts';

process.exitCode = await runReconciliation(process.argv.slice(2), () => process.env);
