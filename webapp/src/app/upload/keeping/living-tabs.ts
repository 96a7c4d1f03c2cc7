/** Tells which tabs of this browser are open, by an id that each makes up when it is loaded. */
export interface LivingTabs {
  /** Says that this tab is open, for as long as it is. */
  announce(tabId: string): void;
  /** Resolves with whether that tab is open. */
  isAlive(tabId: string): Promise<boolean>;
}

/** Web Locks are let go by the browser when their tab closes or crashes; plain HTTP has none, so tabs ask there. */
export function livingTabs(): LivingTabs {
  if (navigator.locks) return tabsByLock(navigator.locks);
  return tabsByAsking(() => new BroadcastChannel('movieflix-uploads'));
}

const lockName = (tabId: string) => `movieflix-uploads-${tabId}`;

export function tabsByLock(locks: LockManager): LivingTabs {
  return {
    announce: (tabId) => void locks.request(lockName(tabId), () => new Promise(() => undefined)),
    isAlive: (tabId) => locks.request(lockName(tabId), { ifAvailable: true }, (lock) => lock === null),
  };
}

/** An open tab answers within milliseconds, even in the background. */
const ANSWER_WITHIN_MS = 500;

type TabMessage = { ask: string } | { alive: string };

export function tabsByAsking(openChannel: () => BroadcastChannel): LivingTabs {
  return {
    announce(tabId) {
      const channel = openChannel();
      channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
        if ('ask' in data && data.ask === tabId) channel.postMessage({ alive: tabId });
      });
    },
    isAlive(tabId) {
      const channel = openChannel();
      return new Promise<boolean>((resolve) => {
        channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
          if ('alive' in data && data.alive === tabId) resolve(true);
        });
        setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
        channel.postMessage({ ask: tabId });
      }).finally(() => channel.close());
    },
  };
}
