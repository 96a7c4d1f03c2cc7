import { InjectionToken } from '@angular/core';
import type { RuntimeConfig } from './load-runtime-config';

export const RUNTIME_CONFIG = new InjectionToken<RuntimeConfig>('runtime config');
