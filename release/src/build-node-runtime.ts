import { buildNodeRuntimeLayer } from './node-runtime-layer.ts';
import { readArguments } from './read-arguments.ts';

const { checkout, layer } = readArguments();
await buildNodeRuntimeLayer(checkout, layer);
