import type { ObjectNotifications } from '../object-store/object-store.ts';
import type { FunctionService } from './function-service.ts';
import { insertInvocation } from './invocation.table.ts';
import type { LocalFunction } from './local-function.ts';
import { objectCreatedEvent } from './object-created-event.ts';
import type { Dispatcher } from './start-dispatcher.ts';

/** The bucket notifications: every function is invoked for the new objects of its trigger. */
export function notifyFunctions(
  service: FunctionService,
  definitions: readonly LocalFunction[],
  dispatchers: ReadonlyMap<string, Dispatcher>,
): ObjectNotifications {
  return {
    record: (created) => {
      for (const { name, trigger } of definitions) {
        if (created.bucket !== trigger.bucket || !created.key.startsWith(trigger.prefix)) continue;
        insertInvocation(service.db, name, JSON.stringify(objectCreatedEvent(service.region, created)));
      }
    },
    committed: () => {
      for (const dispatcher of dispatchers.values()) dispatcher.wake();
    },
  };
}
