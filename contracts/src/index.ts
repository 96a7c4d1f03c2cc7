export * from './image-keys.ts';
export * from './limits.ts';
export * from './media-types.ts';
export * from './renditions.ts';
export * from './resize-result.ts';
