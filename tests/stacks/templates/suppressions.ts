import type { Finding } from './finding.ts';
import type { Template } from './template.ts';

/** A decision to do what some rules object to, in the root template's Metadata. */
export interface Suppression {
  Rules: string[];
  Resources: string[];
  Reason: string;
}

export function suppressionsOf(root: Template): Suppression[] {
  return (root.Metadata?.['Suppressions'] ?? []) as unknown as Suppression[];
}

export function covers(suppression: Suppression, finding: Finding): boolean {
  return suppression.Rules.includes(finding.rule) && suppression.Resources.includes(finding.resource);
}
